import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { recognise } from "../server/src/formats/index";

const dialect = (text: string): string | undefined => recognise("model.yaml", text)?.format.id;
const rows = (...written: readonly string[]): string =>
  `nc: 3\nanchors: 3\nbackbone:\n  - [-1, 1, Conv, [64]]\n${written.map((row) => `  - ${row}\n`).join("")}`;

/** Models whose modules are those of YOLOv5 as well. */
const alike = /^yolov3/;

describe("the dialect of a model", () => {
  it("is that of YOLOv7 where a head or a module is", () => {
    for (const head of ["IDetect", "IAuxDetect", "IBin", "IKeypoint"])
      assert.equal(dialect(rows(`[[0], 1, ${head}, [nc, anchors]]`)), "yolov7", head);
    for (const module of ["MP", "SP", "ReOrg", "SPPCSPC", "DownC", "RepConv", "Stem", "Shortcut", "ResXCSPB"])
      assert.equal(dialect(rows(`[-1, 1, ${module}, []]`, "[[1], 1, Detect, [nc, anchors]]")), "yolov7", module);
  });

  it("is not that of YOLOv7 for a module that somebody took from there", () => {
    assert.equal(
      dialect(rows("[-1, 3, C3, [64]]", "[-1, 1, SPPCSPC, [64]]", "[[2], 1, Detect, [nc, anchors]]")),
      "yolov5",
    );
    const ported = rows("[-1, 1, MP, []]", "[[1], 1, Detect, [nc]]").replace("anchors: 3\n", "");
    assert.equal(dialect(ported), "ultralytics-8.4");
    assert.equal(dialect(rows("[[0], 1, Detect, [nc, anchors]]  # no MP, SP or ReOrg")), "yolov5");
  });

  it("is what the file says of itself", () =>
    assert.equal(dialect(`# convlint-dialect yolov7\n${rows("[[0], 1, Detect, [nc]]")}`), "yolov7"));

  it("is found at once, whatever the text", () => {
    const started = performance.now();
    for (const piece of ["[", ", ", ", MP", "Detect, [nc, anchors", "CSP", "\n"])
      dialect(`${rows("[[0], 1, Detect, [nc, anchors]]")}# ${piece.repeat(50_000)}`);
    assert.ok(performance.now() - started < 5_000);
  });

  const models = "../shared/ultralytics/models/yolov7";
  it("is that of YOLOv7 for its own files", { skip: !existsSync(models) }, () => {
    const files = readdirSync(models, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
    const others = files.filter((file) => dialect(readFileSync(`${models}/${file}`, "utf8")) !== "yolov7");
    assert.deepEqual(
      others.filter((file) => !alike.test(file.split("/").at(-1)!)),
      [],
    );
  });
});
