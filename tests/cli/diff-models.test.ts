import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { widthOf } from "../../server/src/core/width";
import { convlint, type Ended, within } from "../support/command";

const net = `input: [1, 32, 32]
layers:
  - Twice: { channels: 8 }
  - Twice: { channels: 16 }
  - Flatten
  - Linear: { out_features: 10 }
blocks:
  Twice:
    params: { channels: null }
    layers:
      - Conv2d: { out_channels: $channels, kernel_size: 3, padding: 1 }
      - ReLU
`;
const other = net
  .replace("kernel_size: 3, padding: 1", "kernel_size: 5, padding: 2")
  .replace("      - ReLU", "      - ReLU\n      - BatchNorm2d");

const yolo = `nc: 80
scales:
  n: [0.33, 0.25, 1024]
  l: [1.00, 1.00, 512]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 3, C2f, [64, True]]
head:
  - [-1, 1, Classify, [nc]]
`;

const diff = (old: string, now: string, name: string, ...args: readonly string[]): Ended =>
  within({ [`old/${name}`]: old, [name]: now }, (cwd) => convlint(["diff", `old/${name}`, name, ...args], { cwd }));

describe("convlint diff in Chinese", () => {
  const wider = net.replace("channels: 16", "channels: 24");
  it("tells all but names and figures in it, in columns for wide letters", () => {
    const { out } = diff(net, wider, "a.cnn.yaml", "--lang", "zh-cn");
    assert.match(out, /^old\/a\.cnn\.yaml ↔ a\.cnn\.yaml\n改动 1 层；另有 \d 层的数字随之变化\n/);
    assert.match(out, /\n合计\n/);
    assert.match(out, /\n5,\d{3} 个参数中|\n[\d,]+ 个参数中 [\d,]+ 个可按名称和形状加载；/);
    const totals = out.split("合计\n")[1]!.split("\n\n")[0]!.split("\n");
    assert.ok(totals.length > 1);
    assert.deepEqual(
      totals.map((line) => widthOf(/^\s*\S+\s+/.exec(line)![0])),
      totals.map(() => 15),
    );
    const english = /equal|layers?\b|changed|follow|rows?\b|total|input\b|output\b/;
    const [markdown, equal] = [
      diff(net, wider, "a.cnn.yaml", "--lang", "zh-cn", "--format", "markdown").out,
      diff(net, net, "a.cnn.yaml", "--lang=zh-cn").out,
    ];
    for (const told of [out, markdown, equal]) assert.doesNotMatch(told, english);
    assert.match(markdown, /\| \| 之前 \| 之后 \| \|/);
  });

  it("is the same to scripts as in English, whatever the shell speaks", () => {
    const json = (env: { readonly [name: string]: string }) =>
      within({ "a.cnn.yaml": net, "b.cnn.yaml": `${wider}more: [\n` }, (cwd) =>
        convlint(["diff", "a.cnn.yaml", "b.cnn.yaml", "--format", "json"], { cwd, env }),
      );
    assert.deepEqual(json({ LC_ALL: "zh_CN.UTF-8" }), json({}));
  });
});

describe("convlint diff of two models", () => {
  it("is for a terminal a line for each change of the text, its calls beside it, and what it costs", () => {
    const { status, out, err } = diff(net, other, "a.cnn.yaml");
    assert.deepEqual([status, err], [1, ""]);
    assert.match(out, /^old\/a\.cnn\.yaml ↔ a\.cnn\.yaml\n1 layer changed, 1 added|^.*\n1 layer added, 1 changed/);
    // 1·8·9 + 8 and 8·16·9 + 16 parameters; with 25 for 9: 208 and 3,216.
    assert.match(
      out,
      /^~ Twice › row 0 {2}Conv2d {3}in rows 0 and 1\n {4}kernel_size {2}3 → 5\n {4}padding {6}1 → 2\n {4}parameters {3}1,248 → 3,424 {2}\(\+2,176\)$/m,
    );
    assert.match(out, /^\+ Twice › row 2 {2}BatchNorm2d {3}48 parameters, in rows 0 and 1$/m);
    assert.match(out, /^ {2}parameters {3}165,098 → 167,322 {2}\(\+2,224, \+1\.3 %\)$/m);
  });

  it("is for a script what is documented", () => {
    const { status, out } = diff(net, other, "a.cnn.yaml", "--format", "json");
    const { version, equal, comparisons, notes } = JSON.parse(out);
    assert.deepEqual([status, version, equal, notes, comparisons.length], [1, 1, false, [], 1]);
    const [{ old, counts, settings, layers, totals, weights }] = comparisons;
    assert.deepEqual(old, { file: "old/a.cnn.yaml", rows: 4, format: "convlint" });
    assert.deepEqual([counts.added, counts.removed, counts.changed, settings], [1, 0, 1, []]);
    const [conv, norm] = layers;
    assert.deepEqual(conv.changes, [
      { name: "kernel_size", old: "3", new: "5" },
      { name: "padding", old: "1", new: "2" },
    ]);
    assert.deepEqual(
      [conv.kind, conv.within, conv.rows, conv.parameters],
      ["changed", ["Twice"], [0, 1], { old: 1248, new: 3424 }],
    );
    assert.deepEqual(
      [norm.kind, norm.old, norm.new.type, norm.parameters],
      ["added", null, "BatchNorm2d", { old: null, new: 48 }],
    );
    assert.ok(
      totals.some(({ name, old, new: now }: any) => name === "parameters" && old === 165_098 && now === 167_322),
    );
    // The biases of both and the classifier: 8 + 16 + 163,850.
    assert.deepEqual([weights.parameters, weights.of], [163_874, 167_322]);
    assert.deepEqual(weights.others[0], { name: "0.0.weight", old: "[8, 1, 3, 3]", new: "[8, 1, 5, 5]" });
  });

  it("is short as Markdown, with a table of what changed in all and the rest folded", () => {
    const { out } = diff(net, other, "a.cnn.yaml", "--format", "markdown");
    assert.match(out, /^\*\*`old\/a\.cnn\.yaml` ↔ `a\.cnn\.yaml`\*\*: 1 layer added, 1 changed/);
    assert.match(out, /^\| parameters \| 165,098 \| 167,322 \| \+2,224, \+1\.3 % \|$/m);
    assert.match(out, /^\* `Twice › row 0 Conv2d`, in rows 0 and 1: kernel_size `3` → `5`, padding `1` → `2`/m);
    assert.match(out, /^<details>\n<summary>what follows for 2 other layers<\/summary>\n\n/m);
    const same = diff(net, `${net}# more words\n`, "a.cnn.yaml", "--format", "markdown");
    assert.deepEqual(
      [same.status, same.out],
      [0, "**`old/a.cnn.yaml` ↔ `a.cnn.yaml`**: equal: 4 rows and 165,098 parameters\n"],
    );
    const many = Array.from({ length: 9 }, () => "  - ReLU\n").join("");
    const longer = diff(
      net,
      net.replace("  - Flatten\n", `${many}  - Flatten\n`),
      "a.cnn.yaml",
      "--format",
      "markdown",
    ).out;
    assert.match(longer, /^<details>\n<summary>9 changes<\/summary>$/m);
  });

  it("looks at all sizes, and tells one of them where the others have the same changes", () => {
    const wider = yolo.replace("C2f, [64", "C2f, [96");
    const { status, out } = diff(yolo, wider, "net.yaml");
    assert.equal(status, 1);
    assert.match(out, /^~ row 1 {2}C2f\n {4}c2 {11}64 → 96$/m);
    assert.match(out, /^scale l: the same rows differ; --scale all shows their figures$/m);
    const all = diff(yolo, wider, "net.yaml", "--scale", "all", "--format", "markdown").out;
    assert.match(
      all,
      /^\| scale \| parameters \| MACs \| memory \| GFLOPs \|\n.*\n\| `l` \| [\d,]+ → [\d,]+ \(\+[\d.]+ %\)/m,
    );
    assert.doesNotMatch(diff(yolo, wider, "net.yaml", "--scale", "l").out, /scale n/);
  });

  it("finds what differs at another size than the first, and sizes that only one of them has", () => {
    const deeper = yolo.replace("l: [1.00", "l: [0.67");
    const { status, out } = diff(yolo, deeper, "net.yaml");
    assert.equal(status, 1);
    assert.match(out, /^old\/net\.yaml, scale l ↔ net\.yaml, scale l$/m);
    assert.match(out, /^scales\.l +\[1, 1, 512\] → \[0\.67, 1, 512\]$/m);
    assert.match(out, /^ {4}repeats {6}3 → 2$/m);
    assert.match(out, /^scale n: equal$/m);
    const fewer = diff(yolo, yolo.replace(/ {2}l:.*\n/, ""), "net.yaml");
    assert.equal(fewer.status, 1);
    assert.match(fewer.out, /^only old\/net\.yaml has scale l$/m);
    // The name of a file asks for one size.
    assert.equal(diff(yolo, deeper, "yolov8n.yaml").status, 0);
  });

  it("says what is set otherwise, and where an error hides what is behind it", () => {
    const { out } = diff(yolo, yolo.replace("nc: 80", "nc: 3"), "net.yaml");
    assert.match(out, /^nc +80 → 3$/m);
    assert.match(out, /^ {2}row 2 {2}Classify {3}output \[80\] → \[3\], parameters/m);
    const broken = diff(net, net.replace("out_features: 10", "out_features: -1"), "a.cnn.yaml");
    assert.match(broken.out, /^a\.cnn\.yaml has 1 error, which convlint check names$/m);
    assert.match(broken.out, /→ \?/);
  });

  it("writes to a file", () =>
    within({ "a.cnn.yaml": net, "b.cnn.yaml": other }, (cwd) => {
      const { status, out } = convlint(["diff", "a.cnn.yaml", "b.cnn.yaml", "--output-file", "d.txt"], { cwd });
      assert.deepEqual([status, out], [1, ""]);
      assert.match(readFileSync(join(cwd, "d.txt"), "utf8"), /^a\.cnn\.yaml ↔ b\.cnn\.yaml\n/);
    }));
});
