import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { countsOf, type Model, macsOf, shapeAt } from "../../server/src/core/analysis";
import { showDim, showShape } from "../../server/src/core/dim";
import { duplicate } from "../../server/src/edits/rows/duplicate";
import { behind, insertAbove, insertBelow } from "../../server/src/edits/rows/insert";
import { swap } from "../../server/src/edits/rows/move";
import { remove } from "../../server/src/edits/rows/remove";
import type { Change, Reference, Sheet } from "../../server/src/edits/rows/sheet";
import { type Generated, generated } from "../support/generated-rows";
import { randomly } from "../support/random";
import { changed, filesBelow, insertAndUndo, modelOf, sameButOne, sheetsIn } from "../support/rows";
import { sample } from "../support/sample";

type Moved = (row: number) => number;

/** Every row of the text that comes of a change reads what it read, wherever that is now, or what is said instead. */
function means(
  { path, text }: Generated,
  sheet: Sheet,
  change: Change,
  moved: Moved,
  instead: (ref: Reference, row: number) => number | undefined = () => undefined,
): void {
  const after = changed(text, change);
  const [again] = sheetsIn(path, after);
  assert.ok(again, after);
  sheet.rows.forEach(({ reads }, row) => {
    if (moved(row) < 0) return;
    const wanted = reads.map(
      (ref) => instead(ref, row) ?? (ref.target === undefined || ref.target < 0 ? ref.target : moved(ref.target)),
    );
    const found = again.rows[moved(row)]!.reads.map(({ target }) => target);
    assert.deepEqual(found, wanted, `row ${row} of\n${text}\nin\n${after}`);
  });
}

describe("rows in generated files", () => {
  const random = randomly(1);
  for (let i = sample(300, "generated files whose rows come, go and move"); i > 0; i--) {
    const file = generated(random);
    const [sheet] = sheetsIn(file.path, file.text);
    it(`come, go and move: ${file.style}, ${i}`, () => {
      assert.ok(sheet, file.text);
      const row = random.below(sheet.rows.length);
      for (const below of [false, true]) {
        const at = below ? row + 1 : row;
        const put = below ? insertBelow(sheet, row) : insertAbove(sheet, row);
        assert.ok(put, file.text);
        means(file, sheet, put, behind(at), ({ target, written }, reader) =>
          reader === at && target === at - 1 && (written === "relative" || written === "nothing") ? at : undefined,
        );
        assert.ok(insertAndUndo(file.path, file.text, 0, at, below));
      }
      const twice = duplicate(sheet, row);
      const isOne = sheet.rows[row]!.reads.length === 1;
      // What the model is given can only be read by the first row, and twice only in one.
      assert.equal(twice === undefined, sheet.counts && row === 0 && !isOne);
      if (twice) means(file, sheet, twice, behind(row), (_, reader) => (reader === row && isOne ? row : undefined));
      const gone = remove(sheet, row);
      const less: Moved = (other) => (other === row ? -1 : other > row ? other - 1 : other);
      if (gone)
        means(file, sheet, gone, less, ({ target }) => {
          const source = sheet.rows[row]!.reads[0]!.target;
          return target === row ? (source === undefined || source < 0 ? source : less(source)) : undefined;
        });
      const down = swap(sheet, row);
      const swapped: Moved = (other) => (other === row ? row + 1 : other === row + 1 ? row : other);
      if (!down) return;
      means(file, sheet, down, swapped);
      const after = changed(file.text, down);
      const back = changed(after, swap(sheetsIn(file.path, after)[0]!, row));
      // A row that said nothing of what it reads says it from now on.
      if (sheet.counts) assert.equal(back, file.text);
    });
  }
});

const figures = (model: Model): string =>
  [
    ...model.graph.outputs.map((edge) => showShape(shapeAt(model, edge) ?? [])),
    showDim(countsOf(model.steps).trainable),
    showDim(macsOf(model.steps)),
  ].join(" ");

describe("a row above and below every fifth layer", () => {
  for (const path of filesBelow("examples/zoo"))
    it(path, () => {
      const text = readFileSync(path, "utf8");
      const before = modelOf(path, text);
      sheetsIn(path, text).forEach((sheet, which) => {
        for (let row = which % 5; row < sheet.rows.length; row += 5) {
          insertAndUndo(path, text, which, row, false);
          insertAndUndo(path, text, which, row + 1, true);
        }
        const row = Math.floor(sheet.rows.length / 2);
        const after = modelOf(path, changed(text, insertAbove(sheet, row)));
        if (which === 0) sameButOne(before, after, row);
        else assert.equal(figures(after), figures(before));
      });
    });
});
