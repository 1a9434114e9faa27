import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compare } from "../../server/src/report/diff/compare";
import { changesIn } from "../../server/src/report/diff/difference-lines";
import { linesOf } from "../../server/src/report/diff/our-table";
import { isWhole, lastWhole, tablesIn } from "../../server/src/report/diff/read-log";
import type { Line, Sums } from "../../server/src/report/diff/table";
import { understand } from "../../server/src/service";
import { header, type Printed, rowText, tableText } from "../support/log";

const model = `nc: 80
scales:
  n: [0.33, 0.25, 1024]
  s: [0.33, 0.50, 1024]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 1, Conv, [128, 3, 2]]
  - [-1, 3, C2f, [128, True]]
  - [-1, 1, Conv, [256, 3, 2]]
  - [-1, 1, SPPF, [256, 5]]
head:
  - [-1, 1, nn.Upsample, [None, 2, "nearest"]]
  - [[-1, 2], 1, Concat, [1]]
  - [-1, 3, C2f, [128]]
  - [[7, 4], 1, Detect, [nc]]
`;

const at = (module: string): string => `ultralytics.nn.modules.${module}`;
/** As version 8.3 prints it at scale n; the counts are worked by hand from the modules' own convolutions. */
const rows: readonly Printed[] = [
  { from: -1, repeats: 1, module: at("conv.Conv"), args: [3, 16, 3, 2], params: 464 },
  { from: -1, repeats: 1, module: at("conv.Conv"), args: [16, 32, 3, 2], params: 4672 },
  { from: -1, repeats: 1, module: at("block.C2f"), args: [32, 32, 1, true], params: 7360 },
  { from: -1, repeats: 1, module: at("conv.Conv"), args: [32, 64, 3, 2], params: 18560 },
  { from: -1, repeats: 1, module: at("block.SPPF"), args: [64, 64, 5], params: 10432 },
  { from: -1, repeats: 1, module: "torch.nn.modules.upsampling.Upsample", args: [null, 2, "nearest"], params: 0 },
  { from: [-1, 2], repeats: 1, module: at("conv.Concat"), args: [1], params: 0 },
  { from: -1, repeats: 1, module: at("block.C2f"), args: [96, 32, 1], params: 9408 },
  { from: [7, 4], repeats: 1, module: at("head.Detect"), args: [80, [32, 64]], params: 335792 },
];

const lines = (text = model): readonly Line[] =>
  linesOf(understand("model.yaml", text, { dialect: "ultralytics-8.3", scale: "n" })!.analysis.models[0]!);

/** Every difference, in words; rows that one has alone say which. */
const found = (log: string, text = model): readonly string[] => {
  const table = lastWhole(tablesIn(log))!;
  return compare(lines(text), table.rows, [{}, {}]).rows.map((row) =>
    row.old && row.new
      ? `${row.old.index}: ${changesIn(row).map(({ name, old, new: now }) => `${name} ${old} → ${now}`)}`
      : `${row.old ? `missing ${row.old.index}` : `extra ${row.new!.index}`}`,
  );
};

const without = (index: number): readonly Printed[] => rows.filter((_, i) => i !== index);
const changed = (index: number, change: Partial<Printed>): readonly Printed[] =>
  rows.map((row, i) => (i === index ? { ...row, ...change } : row));

describe("the table in a log", () => {
  it("is the same as that of the model", () => assert.deepEqual(found(tableText(rows)), []));

  it("differs where a row was changed, and nowhere else", () => {
    assert.deepEqual(found(tableText(changed(3, { args: [32, 64, 5, 2], params: 51328 }))), [
      "3: params 18,560 → 51,328,arguments [32, 64, 3, 2] → [32, 64, 5, 2]",
    ]);
    assert.deepEqual(found(tableText(changed(6, { from: [-1, 1] }))), ["6: from [-1, 2] → [-1, 1]"]);
    assert.deepEqual(found(tableText(changed(2, { repeats: 2, args: [32, 32, 2, true] }))), [
      "2: n 1 → 2,arguments [32, 32, 1, True] → [32, 32, 2, True]",
    ]);
    assert.deepEqual(found(tableText(changed(7, { module: at("block.C3") }))), ["7: module C2f → C3"]);
    assert.deepEqual(found(tableText(changed(5, { args: [null, 2, "bilinear"] }))), [
      "5: arguments [None, 2, 'nearest'] → [None, 2, 'bilinear']",
    ]);
  });

  it("lacks a row, or has one more, and the rows behind it stay what they are", () => {
    const shift = (row: Printed, by: number, behind: number): Printed => ({
      ...row,
      from: Array.isArray(row.from) ? row.from.map((from) => (from >= behind ? from + by : from)) : row.from,
    });
    const fewer = without(1).map((row) => shift(row, -1, 1));
    assert.deepEqual(found(tableText(fewer)), ["missing 1"]);
    const one: Printed = { from: -1, repeats: 1, module: at("conv.DWConv"), args: [32, 32, 3], params: 352 };
    const more = rows.toSpliced(3, 0, one).map((row) => shift(row, 1, 3));
    assert.deepEqual(found(tableText(more)), ["extra 3"]);
    // Row 4 is still the one before the first convolution behind the insertion: whoever forgot to renumber reads another.
    const forgotten = rows.toSpliced(3, 0, one);
    assert.deepEqual(found(tableText(forgotten)), ["extra 3", "8: from [7, 4] → [7, 4]"]);
  });

  it("is found among colours, prefixes, bars and Windows' line ends", () => {
    const esc = String.fromCharCode(27);
    const noisy = [
      `${esc}[34m${esc}[1mengine/trainer: ${esc}[0mtask=detect`,
      `2026-01-02 03:04:05,678 INFO ${header()}`,
      ...rows.flatMap((row, i) => [
        `2026-01-02 03:04:05,678 INFO ${esc}[32m${rowText(row, i)}${esc}[0m`,
        `  0%|          | 0/10\r 10%|#         | 1/10\r100%|##########| 10/10`,
      ]),
    ].join("\r\n");
    assert.deepEqual(found(noisy), []);
    assert.equal(tablesIn(noisy)[0]!.line, 3);
  });

  it("may have its numbers grouped and be printed twice by two loggers", () => {
    const grouped = tableText(rows).replace("335792", "335,792").split("\n");
    assert.deepEqual(found(grouped.flatMap((line) => [line, line]).join("\n")), []);
  });

  it("has lists that touch their neighbours", () => {
    const wide: Printed = {
      from: [0, 1, 2, 3, 4, 5, 6, 7],
      repeats: 1,
      module: at("block.ImagePoolingAttn"),
      args: [1],
      params: 5,
    };
    const [row] = tablesIn(rowText(wide, 12))[0]!.rows;
    assert.deepEqual([row!.index, row!.from, row!.module, row!.args], [12, wide.from, "ImagePoolingAttn", [1]]);
  });
});

describe("the totals of a log", () => {
  const compared = (old: Sums, now: Sums): readonly string[] =>
    compare([], [], [old, now]).totals.map(({ name, equal }) => `${name} ${equal}`);

  it("are equal to the digits that are printed", () => {
    assert.deepEqual(compared({ gflops: 8.8551 }, { gflops: 8.9, digits: 1 }), ["GFLOPs true"]);
    assert.deepEqual(compared({ gflops: 8.8551 }, { gflops: 8.8, digits: 1 }), ["GFLOPs false"]);
    assert.deepEqual(compared({ gflops: 8.25 }, { gflops: 8.2, digits: 1 }), ["GFLOPs true"]);
  });

  it("are compared where both say them, and gradients where not all weights are frozen", () => {
    assert.deepEqual(compared({ parameters: 5, gradients: 5 }, { layers: 3, parameters: 5, gradients: 0 }), [
      "parameters true",
    ]);
    assert.deepEqual(compared({ gradients: 0 }, { gradients: 5 }), []);
    assert.deepEqual(compared({ gradients: 5 }, { gradients: 4 }), ["gradients false"]);
  });
});

describe("several tables in a log", () => {
  const summary = "Model summary: 100 layers, 460,768 parameters, 460,752 gradients, 1.2 GFLOPs";
  const small = tableText(rows.slice(0, 3));

  it("are told apart, also where one follows the other at once", () =>
    assert.deepEqual(
      tablesIn(`${small}\n${tableText(rows)}`).map((table) => table.rows.length),
      [3, 9],
    ));

  it("are told apart where the line of titles was cut away", () => {
    const bare = (table: readonly Printed[]): string => table.map((row, i) => rowText(row, i)).join("\n");
    assert.deepEqual(
      tablesIn(`${bare(rows.slice(0, 3))}\n${bare(rows)}`).map((table) => table.rows.length),
      [3, 9],
    );
  });

  it("count by the last whole one", () => {
    const last = (log: string): number => lastWhole(tablesIn(log))!.rows.length;
    assert.equal(last(`${small}\n${summary}\n${tableText(rows)}\n${summary}\n`), 9);
    assert.equal(last(`${tableText(rows)}\n${summary}\n${small}\n`), 9);
    assert.equal(last(`${tableText(rows)}\n${small}\n`), 3);
  });

  it("are not whole where rows are left out", () => {
    const [table] = tablesIn(rows.flatMap((row, i) => (i === 4 ? [] : [rowText(row, i)])).join("\n"));
    assert.equal(isWhole(table!), false);
  });

  it("have the totals of the line below, which is not that of a fused model", () => {
    const [table] = tablesIn(`${small}\nYOLOv8n summary (fused): 72 layers, 5 parameters, 0 gradients\n${summary}`);
    assert.deepEqual(table!.sums, { layers: 100, parameters: 460768, gradients: 460752, gflops: 1.2, digits: 1 });
    assert.equal(tablesIn(small)[0]!.sums, undefined);
  });

  it("know what was replaced before they were built", () => {
    const log = `${small}\nOverriding model.yaml nc=80 with nc=4\nOverriding model.yaml kpt_shape=[17, 3] with kpt_shape=[4, 2]\n\n${tableText(rows)}`;
    assert.deepEqual(
      tablesIn(log).map(({ replaced }) => replaced),
      [{}, { classes: 4, kptShape: [4, 2] }],
    );
  });
});
