import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Changes,
  changeBetween,
  movedBack,
  movedBy,
  trimmed,
  withChange,
  withoutChange,
} from "../../server/src/core/changes";
import { earlierText } from "../../server/src/core/earlier-text";
import { randomly } from "../support/random";
import { sample } from "../support/sample";

const between = (before: string, after: string): Changes => {
  const change = changeBetween(before, after);
  return change ? [change] : [];
};

describe("what has changed between two texts", () => {
  it("is one stretch, and whole lines where lines came in or went", () => {
    assert.deepEqual(changeBetween("a b c", "a x c"), { from: 2, to: 3, length: 1 });
    assert.deepEqual(changeBetween("  one\n  two\n", "  one\n  new\n  two\n"), { from: 6, to: 6, length: 6 });
    assert.deepEqual(changeBetween("  one\n  new\n  two\n", "  one\n  two\n"), { from: 6, to: 12, length: 0 });
    assert.deepEqual(changeBetween("one", "one\n  "), { from: 3, to: 3, length: 3 });
    assert.equal(changeBetween("one", "one"), undefined);
  });

  it("is told through any number of edits, place by place", () => {
    const { below, chance, one } = randomly(7);
    const words = ["", "x", "yz\n", "\n", "  a = b\n", "\r\n"];
    for (let i = sample(4_000, "texts that are edited at random"); i > 0; i--) {
      const before = Array.from({ length: 1 + below(12) }, () => one(words)).join("") || "q";
      let text = before;
      let changes = between(before, before);
      for (let edits = below(6); edits > 0; edits--) {
        const from = below(text.length + 1);
        const to = Math.min(text.length, from + (chance(0.5) ? below(5) : 0));
        const next = text.slice(0, from) + one(words) + text.slice(to);
        const change = changeBetween(text, next);
        if (change) changes = trimmed(withChange(changes, change), before, next);
        text = next;
      }
      check(before, text, changes);
    }
  });
});

/** What lies between the changes is the same text, at the places that are told; each change alone can be taken back. */
function check(before: string, after: string, changes: Changes): void {
  const told = JSON.stringify([before, after, changes]);
  let put = "";
  let at = 0;
  let by = 0;
  for (const one of changes) {
    assert.ok(one.from >= at && one.to >= one.from && one.length + one.to > one.from, told);
    put += before.slice(at, one.from) + after.slice(one.from + by, one.from + by + one.length);
    by += one.length - (one.to - one.from);
    at = one.to;
  }
  assert.equal(put + before.slice(at), after, told);
  let least = 0;
  for (let offset = 0; offset <= before.length; offset++) {
    const now = movedBy(changes, offset, after);
    assert.ok(now >= least && now <= after.length, told);
    least = now;
    const isInside = changes.some(({ from, to }) => from <= offset && offset <= to);
    if (!isInside) assert.equal(movedBack(changes, now), offset, told);
  }
  let all = after;
  for (const one of changes.toReversed()) {
    const upTo = changes.slice(0, changes.indexOf(one) + 1);
    all = withoutChange(upTo, one, before, all);
  }
  assert.equal(all, before, told);
}

describe("an earlier text in a later one", () => {
  const before = "one\n  two\nthree\n";
  const lies = (after: string) => earlierText(before, after, between(before, after));
  const line = (at: number) => ({
    from: before.indexOf(before.split("\n")[at]!),
    to: before.split("\n", at + 1).join("\n").length,
  });

  it("has lines that nobody has touched, wherever they are", () => {
    for (const after of ["one\n  2\nthree\n", "one\n  two, and\nthree\n", "one\n  two\n", "one\n  two three\n"]) {
      const { isRewritten } = lies(after);
      const left = [0, 1, 2].filter((at) => !isRewritten(line(at)));
      assert.deepEqual(
        left,
        [0, 1, 2].filter((at) => after.split("\n").includes(before.split("\n")[at]!)),
        after,
      );
    }
    const { isRewritten, lines } = lies("zero\none\n  new\n  two\nthree\n");
    assert.equal(isRewritten({ from: 0, to: before.length - 1 }), true);
    assert.equal(
      [0, 1, 2].some((at) => isRewritten(line(at))),
      true,
    );
    assert.deepEqual(lines.at(before.indexOf("three")), { line: 4, column: 0 });
  });

  it("leads from places of either to places of the other", () => {
    const { lines } = lies("one\n  new\n  two\nthree\n");
    assert.deepEqual(lines.at(before.indexOf("two")), { line: 2, column: 2 });
    assert.deepEqual(lines.at(line(0).to), { line: 0, column: 3 });
    assert.equal(lines.offset({ line: 3, column: 1 }), before.indexOf("hree"));
    assert.deepEqual(lines.starts, [0, 4, 4, 10, 16]);
  });
});
