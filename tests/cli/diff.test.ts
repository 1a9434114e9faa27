import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, type Ended, within } from "../support/command";
import { type Printed, tableText } from "../support/log";

const model = `nc: 80
scales:
  n: [0.33, 0.25, 1024]
  s: [0.33, 0.50, 1024]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 1, Conv, [128, 3, 2]]
head:
  - [-1, 1, Classify, [nc]]
`;

/** As version 8.3 and later print it at a scale whose first width is `c`. */
const rows = (c: number, classes = 80): readonly Printed[] => [
  { from: -1, repeats: 1, module: "ultralytics.nn.modules.conv.Conv", args: [3, c, 3, 2], params: 29 * c },
  {
    from: -1,
    repeats: 1,
    module: "ultralytics.nn.modules.conv.Conv",
    args: [c, 2 * c, 3, 2],
    params: 18 * c * c + 4 * c,
  },
  {
    from: -1,
    repeats: 1,
    module: "ultralytics.nn.modules.head.Classify",
    args: [2 * c, classes],
    params: 2 * c * 1280 + 2560 + 1281 * classes,
  },
];

const summaryOf = (table: readonly Printed[]): string => {
  const parameters = table.reduce((sum, { params }) => sum + params, 0);
  return `Model summary: 10 layers, ${parameters.toLocaleString("en")} parameters, ${parameters} gradients\n`;
};
const log = (table: readonly Printed[]): string => `${tableText(table)}\n${summaryOf(table)}`;

const diff = (files: { readonly [name: string]: string | Buffer }, ...args: readonly string[]): Ended =>
  within({ "model.yaml": model, ...files }, (cwd) => convlint(["diff", ...args], { cwd }));
const withLog = (text: string | Buffer, ...args: readonly string[]): Ended =>
  diff({ "train.log": text }, "model.yaml", "train.log", ...args);

describe("convlint diff", () => {
  it("finds the scale that fits a log, and nothing else to say", () => {
    for (const [scale, c] of [
      ["n", 16],
      ["s", 32],
    ] as const) {
      const { status, out, err } = withLog(log(rows(c)));
      assert.deepEqual([status, err], [0, ""], out);
      assert.match(out, new RegExp(`^model\\.yaml, scale ${scale} ↔ train\\.log, line 2$`, "m"));
      assert.match(out, /^all 3 rows are equal, and so are the layers, parameters and gradients in all$/m);
      assert.match(out, new RegExp(`^scale ${scale} is the one that fits$`, "m"));
    }
  });

  it("shows the first row that differs, and what differs in all", () => {
    const wider = rows(16).map((row, i) => (i === 1 ? { ...row, args: [16, 32, 5, 2], params: 12_864 } : row));
    const { status, out } = withLog(log(wider));
    assert.equal(status, 1);
    assert.match(out, /^2 of 3 rows are equal, 1 is different$/m);
    assert.match(out, /^row 1 {2}Conv {3}the first that differs$/m);
    assert.match(out, /^ {2}params {5}4,672 → 12,864 {2}\(\+8,192\)$/m);
    assert.match(out, /^ {2}arguments {2}\[16, 32, 3, 2\] → \[16, 32, 5, 2\]$/m);
    assert.match(out, /^in all\n {2}parameters 151,136 → 159,328 {2}\(\+8,192\)$/m);
  });

  it("compares with the scale that is asked for", () => {
    const { status, out } = withLog(log(rows(16)), "--scale", "s");
    assert.equal(status, 1);
    assert.match(out, /^0 of 3 rows are equal, 3 are different$/m);
    const none = withLog(log(rows(16)), "--scale", "x");
    assert.deepEqual([none.status, none.err], [2, "convlint: model.yaml: it has no scale x, only n and s\n"]);
  });

  it("builds the model for as many classes as the log says the trainer did", () => {
    const four = `Overriding model.yaml nc=80 with nc=4\n\n${log(rows(16, 4))}`;
    const { status, out } = withLog(four);
    assert.equal(status, 0, out);
    assert.match(out, /^train\.log says that nc was replaced by 4, and so it is here$/m);
    assert.equal(withLog(log(rows(16, 4))).status, 1);
  });

  it("says which table of several it took, and why totals are not compared", () => {
    const two = `${log(rows(32))}\n${log(rows(16))}`;
    assert.match(withLog(two).out, /^train\.log has 2 tables of layers; the last is compared$/m);
    const cut = `${log(rows(16))}\n${tableText(rows(32).slice(0, 2))}\n`;
    const { status, out } = withLog(cut);
    assert.equal(status, 0);
    assert.match(
      out,
      /^train\.log has 2 tables of layers; the last, in line 8, breaks off, and the one in line 2 is compared$/m,
    );
    assert.match(withLog(`${tableText(rows(16))}\n`).out, /has no summary line below the table/);
  });

  it("takes the log from a pipe, in the encoding of the shell, and in the first place", () => {
    const cwd = { input: log(rows(16)) };
    const piped = within({ "model.yaml": model }, (folder) =>
      convlint(["diff", "model.yaml", "-"], { cwd: folder, ...cwd }),
    );
    assert.equal(piped.status, 0);
    assert.equal(withLog(Buffer.from(`\ufeff${log(rows(16))}`, "utf16le")).status, 0);
    const turned = diff({ "train.log": log(rows(16)) }, "train.log", "model.yaml");
    assert.match(turned.out, /^train\.log, line 2 ↔ model\.yaml, scale n$/m);
  });

  it("gives the same to scripts and as Markdown", () => {
    const three = rows(16).map((row, i) => (i === 0 ? { ...row, args: [1, 16, 3, 2], params: 176 } : row));
    const { status, out } = withLog(log(three), "--format", "json");
    const { equal, old, counts, rows: found, totals } = JSON.parse(out);
    assert.deepEqual([status, equal, old.scale, old.format], [1, false, "n", "ultralytics-8.4"]);
    assert.deepEqual(counts, { equal: 2, changed: 1, missing: 0, extra: 0 });
    assert.deepEqual([found[0].kind, found[0].differs], ["changed", ["params", "arguments"]]);
    assert.deepEqual(found[0].old, {
      index: 0,
      from: [-1],
      n: 1,
      params: 464,
      module: "Conv",
      arguments: "[3, 16, 3, 2]",
    });
    assert.ok(totals.some((total: any) => total.name === "parameters" && !total.equal));
    assert.match(
      withLog(log(three), "--format", "markdown").out,
      /^\| row 0 {2}Conv \| params \| `464` \| `176` \| −288 \|$/m,
    );
  });

  it("compares two models, and says which weights can be loaded", () => {
    const other = model.replace("[128, 3, 2]", "[128, 5, 2]");
    const { status, out } = diff({ "other.yaml": other }, "model.yaml", "other.yaml");
    assert.equal(status, 1);
    assert.match(out, /^1 layer changed$/m);
    assert.match(out, /^~ row 1 {2}Conv\n {4}k {12}3 → 5\n {4}parameters {3}4,672 → 12,864 {2}\(\+8,192\)$/m);
    // All but the 5×5 kernels: 464 of the first row, 64 of the norm behind them, and the head.
    assert.match(
      out,
      /^146,528 of the 159,328 parameters can be loaded by name and shape; 1 tensor has another shape$/m,
    );
    assert.equal(diff({ "same.yaml": `# another text\n${model}` }, "model.yaml", "same.yaml").status, 0);
  });

  it("says in one line what is wrong", () => {
    const none = withLog("Epoch 1\n");
    assert.equal(none.status, 2);
    assert.match(none.err, /^convlint: train\.log: there is no table of layers; looked for rows such as .*\n$/);
    assert.equal(none.out, "");
    assert.match(diff({}, "model.yaml").err, /^convlint: diff takes two models, or a model and the log/);
    assert.match(diff({}, "model.yaml", "train.log").err, /^convlint: train\.log: there is no such file\n$/);
    assert.match(diff({ "a.txt": "", "b.txt": "" }, "a.txt", "b.txt").err, /^convlint: one of a\.txt and b\.txt must/);
    assert.match(
      diff({ "a.yaml": "a: 1" }, "a.yaml", "model.yaml").err,
      /^convlint: a\.yaml: it is no model: it has neither/,
    );
  });
});
