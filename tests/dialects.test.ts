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

  it("is that of Ultralytics where scales are, or its modules without a multiple, whatever the head is given", () => {
    const head = "[[0], 1, Detect, [nc, anchors]]";
    assert.equal(dialect(`scales:\n  n: [1, 1, 512]\n${rows(head)}`), "ultralytics-8.4");
    assert.equal(dialect(rows("[-1, 3, C2f, [64]]", head)), "ultralytics-8.4");
    assert.equal(dialect(`scales:\n  n: [1, 1, 512]\n${rows("[-1, 1, MP, []]", head)}`), "ultralytics-8.4");
    assert.equal(dialect(rows("[-1, 3, C2f, [64]]", "[[0], 1, Detect, [nc]]")), "ultralytics-8.4");
  });

  it("is that of YOLOv5 where somebody took a module from Ultralytics", () =>
    assert.equal(
      dialect(`depth_multiple: 0.33\n${rows("[-1, 3, C2f, [64]]", "[[0], 1, Detect, [nc, anchors]]")}`),
      "yolov5",
    ));

  it("is that of YOLOv9 where anchors are read by no head, or a head is", () => {
    assert.equal(dialect(rows("[-1, 1, RepNCSPELAN4, [64, 64, 32]]", "[[0], 1, Detect, [nc]]")), "yolov9");
    assert.equal(dialect(rows("[[0, 0], 1, DualDDetect, [nc]]")), "yolov9");
  });

  it("is the same however rows are written, and whatever comments and other keys say", () => {
    const block =
      "nc: 3\nanchors: 3\nbackbone:\n- - -1\n  - 1\n  - Conv\n  - [64]\nhead:\n- - [0]\n  - 1\n  - Detect\n  -";
    assert.equal(dialect(`${block} [nc, anchors]\n`), "yolov5");
    assert.equal(dialect(`${block} [nc]  # Detect, [nc, anchors]\n`), "yolov9");
    assert.equal(dialect(`notes: IDetect, DualDetect, Silence\n${rows("[[0], 1, Detect, [nc, anchors]]")}`), "yolov5");
  });

  it("is found at once in a text of a million characters", () => {
    const started = performance.now();
    for (const piece of ["[", ", ", ", MP", "Detect, [nc, anchors", "CSP", "anchors:\n", "\n"])
      dialect(`${rows("[[0], 1, Detect, [nc, anchors]]")}# ${piece.repeat(1_000_000 / piece.length)}`);
    assert.ok(performance.now() - started < 120_000);
  });

  const models = "../shared/ultralytics/models";
  for (const [repo, id] of [
    ["ultra83", "ultralytics-8.4"],
    ["ultra84", "ultralytics-8.4"],
    ["yolov5", "yolov5"],
    ["yolov7", "yolov7"],
    ["yolov9", "yolov9"],
  ])
    it(`is that of ${repo} for its own files`, { skip: !existsSync(models) }, () => {
      const files = readdirSync(`${models}/${repo}`, { recursive: true, encoding: "utf8" });
      const own = files.filter((file) => file.endsWith(".yaml") && !alike.test(file.split("/").at(-1)!));
      const others = own.filter((file) => dialect(readFileSync(`${models}/${repo}/${file}`, "utf8")) !== id);
      assert.deepEqual(others, []);
    });
});
