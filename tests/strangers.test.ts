import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { render } from "../server/src/core/message";
import { understand } from "../server/src/service";

/** Fifty rows, with a module of somebody's own near the beginning. */
const long = (module: string): string => {
  const rows = Array.from({ length: 24 }, (_, i) => `  - [-1, 1, Conv, [64, 3, 1]]\n  - [-1, ${i}, C2f, [64, True]]\n`);
  return `nc: 3
scales:
  n: [0.33, 0.25, 1024]
  l: [1.00, 1.00, 512]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 3, ${module}, [64]]
${rows.join("")}head:
  - [[3, 9], 1, Concat, [1]]
  - [[1, 50], 1, nn.Upsample, [None, 2, nearest]]
  - [[50], 1, Detect, [nc]]
`;
};

const found = (text: string, dialect?: string) =>
  (understand("yolov8.yaml", text, dialect === undefined ? {} : { dialect })?.analysis.problems ?? []).map(
    ({ id, severity, message }) => `${severity}[${id}] ${render(message)}`,
  );

describe("a module that nobody knows", () => {
  it("is one problem, however much follows", () => {
    const text = long("CBAM").replace("  - [[1, 50], 1, nn.Upsample, [None, 2, nearest]]\n", "");
    assert.deepEqual(found(text), ["warning[unknown-operator] CBAM is not in ultralytics 8.4; your copy may know it"]);
  });

  it("hides nothing that is certain all the same", () =>
    assert.deepEqual(found(long("CBAM")), [
      "warning[unknown-operator] CBAM is not in ultralytics 8.4; your copy may know it",
      "error[wrong-arity] nn.Upsample reads 1 layer, but it is given 2",
    ]));

  it("is an error where the dialect is asked for", () =>
    assert.equal(found(long("CBAM"), "ultralytics-8.4")[0], "error[unknown-operator] CBAM is not in ultralytics 8.4"));

  const broken = "../shared/ultralytics/broken/07-module-not-imported.yaml";
  it("is one problem where the parser has not imported it", { skip: !existsSync(broken) }, () =>
    // Its comments count the rows as they were before the module was put in, which is told as well.
    assert.deepEqual(found(readFileSync(broken, "utf8").replace(/#.*/g, "")), [
      "warning[unknown-operator] CBAM is not in ultralytics 8.4; your copy may know it",
    ]),
  );
});
