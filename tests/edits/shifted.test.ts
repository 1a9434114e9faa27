import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { insertAbove } from "../../server/src/edits/rows/insert";
import { putAbove, take } from "../../server/src/edits/rows/put";
import { remove } from "../../server/src/edits/rows/remove";
import type { Change, Sheet } from "../../server/src/edits/rows/sheet";
import { shiftedRows } from "../../server/src/edits/rows/shifted";
import { understand } from "../../server/src/service";
import { generated } from "../support/generated-rows";
import { randomly } from "../support/random";
import { changed, sheetsIn } from "../support/rows";
import { sample } from "../support/sample";

const withoutComments = (text: string): string => text.replace(/[ \t]*#.*$/gm, "");

const targets = (path: string, text: string): readonly (readonly (number | undefined)[])[] =>
  sheetsIn(path, text)[0]!.rows.map(({ reads }) => reads.map(({ target }) => target));

/** The text once what is told of it is mended. */
function mended(path: string, text: string, before: readonly Sheet[]): string {
  const found = shiftedRows(before, sheetsIn(path, text));
  return found?.fixes ? changed(text, found.fixes[0]!.edits) : text;
}

describe("rows that come and go by hand in generated files", () => {
  const random = randomly(2);
  for (let i = sample(200, "files whose rows come and go by hand"); i > 0; i--) {
    const { path, text, style } = generated(random);
    it(`${style}, ${i}`, () => {
      const [sheet] = sheetsIn(path, text);
      assert.ok(sheet);
      const row = random.below(sheet.rows.length);
      const isSure = new Set(sheet.rows.map(({ key }) => key)).size === sheet.rows.length;
      const compare = (byHand: Change, byAction: Change, what: string): void => {
        if (!byHand || !byAction) return;
        const hand = changed(text, byHand);
        const now = mended(path, hand, [sheet]);
        const wanted = changed(text, byAction);
        // Whoever reads the row before by that goes on to, also where the row that is gone read another.
        const reads = sheet.rows[row]!.reads.every((ref) => ref.written === "relative" && ref.target === row - 1);
        if (isSure && sheet.counts && (what === "above" || reads))
          assert.equal(withoutComments(now), withoutComments(wanted), `${what} ${row} of\n${text}`);
        // Of equal rows nobody knows which is new: a reference is put right, or left as it was.
        const [left, right] = [targets(path, hand), targets(path, wanted)];
        targets(path, now).forEach((reads, r) => {
          reads.forEach((target, k) => {
            assert.ok(target === right[r]![k] || target === left[r]![k], `${what} ${row} of\n${text}\nis\n${now}`);
          });
        });
        assert.equal(mended(path, now, [sheet]), now);
      };
      compare([putAbove(sheet, sheet.rows[row]!, sheet.blank)], insertAbove(sheet, row), "above");
      compare(take(sheet, sheet.rows[row]!), remove(sheet, row), "without");
    });
  }
});

const path = "model.yaml";
const rows = `nc: 4
backbone:
  - [-1, 1, Conv, [16, 3, 2]]
  - [-1, 1, Conv, [32, 3, 2]]
  - [-1, 1, C2f, [32, True]]
  - [-1, 1, Conv, [64, 3, 2]]
head:
  - [-1, 1, nn.Upsample, [None, 2, nearest]]
  - [[-1, 2], 1, Concat, [1]]
  - [[5, 3], 1, Detect, [nc]]
`;
const told = (text: string) => {
  const before = understand(path, rows)!;
  return understand(path, text, { before })!.analysis.problems;
};

describe("a row that is typed", () => {
  const row = "  - [-1, 1, Conv, [32, 3, 1]] # wide\n";
  const at = rows.indexOf("  - [-1, 1, C2f");
  const whole = changed(rows, insertAbove(sheetsIn(path, rows)[0]!, 2));

  it("is told rightly or not at all, whatever there is of it", () => {
    let last = "";
    for (let end = 0; end <= row.length; end++) {
      const typed = row.slice(0, end) + (row.slice(0, end).endsWith("\n") || end === 0 ? "" : "\n");
      const text = rows.slice(0, at) + typed + rows.slice(at);
      const found = told(text).filter(({ id }) => id === "shifted-rows");
      assert.ok(found.length < 2);
      last = found.length ? changed(text, found[0]!.fixes![0]!.edits) : "";
      const wanted = whole.replace("  - [-1, 1, nn.Identity, []]\n", typed);
      if (last) assert.equal(last, wanted);
    }
    assert.match(last, /wide\n.*C2f[\s\S]*\[-1, 3\][\s\S]*\[6, 4\]/);
  });

  it("is all that is told of what follows from it", () => {
    const second = rows.indexOf("  - [-1, 1, Conv, [32");
    const text = rows.slice(0, second) + row.repeat(2) + rows.slice(second);
    assert.deepEqual(
      told(text).map(({ id }) => id),
      ["shifted-rows"],
    );
    assert.ok(understand(path, text)!.analysis.problems.some(({ severity }) => severity === "error"));
  });

  it("leaves alone what is wrong anyway", () => {
    const text = `${rows.slice(0, at)}${row.replace("Conv", "Conf")}${rows.slice(at)}`;
    assert.deepEqual(
      told(text)
        .map(({ id }) => id)
        .sort(),
      ["shifted-rows", "unknown-operator"],
    );
  });

  it("is not told twice once a number has been changed by hand", () => {
    const text = (rows.slice(0, at) + row + rows.slice(at)).replace("[-1, 2], 1, Concat", "[-1, 3], 1, Concat");
    const [found] = told(text);
    assert.equal(found?.id, "shifted-rows");
    assert.deepEqual(
      found?.related?.map(({ span }) => text.slice(span.from, span.to)),
      ["5", "3"],
    );
    assert.deepEqual(told(text.replace("[[5, 3]", "[[6, 4]")), []);
    assert.deepEqual(told(rows), []);
  });

  it("is passed over where rows have moved, or all of them are others", () => {
    const lines = rows.split("\n");
    const swapped = [...lines.slice(0, 4), lines[5], lines[4], ...lines.slice(6)].join("\n");
    const other = rows.replace(/Conv, \[\d+/g, "C3, [8").replace("head:\n", "head:\n  - [-1, 1, C3, [8]]\n");
    for (const text of [swapped, other])
      assert.ok(
        told(text).every(({ id }) => id !== "shifted-rows"),
        text,
      );
  });
});
