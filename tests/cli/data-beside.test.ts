import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const model = `nc: 80
scales:
  n: [0.33, 0.25, 1024]
  s: [0.33, 0.50, 1024]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
head:
  - [[0], 1, Detect, [nc]]
`;
const data = "train: images/train\nnames: [helmet, vest, boots]\n";

/** What is said of one model among some files, a line a problem. */
const checked = (files: { readonly [name: string]: string }, args: readonly string[], input = ""): string =>
  within(files, (cwd) => convlint(["check", "--format", "concise", ...args], { cwd, input }).out);

describe("a data file beside a model", () => {
  it("is told of in the model, with what it does to the parameters", () => {
    const files = { "models/yolov8s.yaml": model, "data.yaml": data };
    const said =
      "models/yolov8s.yaml:1:1: information[data-classes-differ] ../data.yaml has 3 classes: the trainer builds the " +
      "model for 3 instead of 80, with ";
    const out = checked(files, ["models/yolov8s.yaml"]);
    assert.ok(out.startsWith(said), out);
    // The branch for classes has 80 channels for 80 classes, 32 for 3: its convolutions and its last one shrink.
    const branch = (hidden: number, classes: number): number =>
      32 * hidden * 9 + 2 * hidden + hidden * hidden * 9 + 2 * hidden + hidden * classes + classes;
    const less = branch(80, 80) - branch(32, 3);
    const [, now, old] = /with ([\d,]+) parameters instead of ([\d,]+) at scale s/.exec(out) ?? [];
    assert.equal(Number(old!.replace(",", "")) - Number(now!.replace(",", "")), less);
  });

  it("counts up to the current folder, a repository or a configuration", () => {
    const found = (files: { readonly [name: string]: string }): boolean =>
      checked({ "a/b/model.yaml": model, ...files }, ["a"]).includes("data-classes-differ");
    assert.ok(found({ "data.yaml": data }));
    assert.ok(found({ "a/b/dataset.yaml": data }));
    assert.ok(!found({ "data.yaml": data, "a/.git": "gitdir: x" }));
    assert.ok(!found({ "data.yaml": data, "a/.convlint.yaml": "" }));
    assert.ok(!found({ "coco8.yaml": data }));
  });

  it("is not looked for where a model comes through a pipe", () => {
    const files = { "data.yaml": data };
    assert.equal(checked(files, ["-", "--stdin-path", "yolov8.yaml"], model), "");
    const line = JSON.stringify({ id: 1, path: "yolov8.yaml", text: model });
    const { out } = within(files, (cwd) => convlint(["check", "--stdin-ndjson"], { cwd, input: `${line}\n` }));
    assert.deepEqual(JSON.parse(out).problems, []);
  });

  it("is silenced as everything", () => {
    const files = { "yolov8.yaml": model, "data.yaml": data };
    assert.equal(checked(files, ["yolov8.yaml", "--rule", "data-classes-differ=off"]), "");
    const disabled = `# convlint-disable-file data-classes-differ\n${model}`;
    assert.equal(checked({ ...files, "yolov8.yaml": disabled }, ["yolov8.yaml"]), "");
  });
});
