import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied, cut, editsOf, type Pieces, together } from "../../server/src/core/edit";
import type { Edit } from "../../server/src/core/problem";
import { randomly } from "../support/random";

const edit = (from: number, to: number, text: string): Edit => ({ span: { from, to }, text });
const fix = (...edits: readonly Edit[]) => ({ edits });
const taken = (...sets: readonly { readonly edits: readonly Edit[] }[]): readonly number[] =>
  together(sets).map((one) => sets.indexOf(one));

describe("edits of a text", () => {
  it("are carried out in whatever order they come; insertions at one place keep theirs, before what is replaced", () => {
    const edits = [edit(4, 6, "Z"), edit(1, 1, "a"), edit(1, 2, "X"), edit(1, 1, "b"), edit(6, 6, "c")];
    assert.equal(applied("0123456", edits), "0abX23Zc6");
    assert.equal(applied("", [edit(0, 0, "x")]), "x");
  });

  it("exclude each other where they change the same characters: of two the first is taken, whole or not at all", () => {
    assert.deepEqual(taken(fix(edit(0, 3, "")), fix(edit(2, 4, "")), fix(edit(4, 5, ""))), [0, 2]);
    assert.deepEqual(taken(fix(edit(0, 3, "")), fix(edit(8, 9, "x"), edit(1, 2, "y"))), [0]);
    assert.deepEqual(taken(fix(edit(0, 3, "")), fix(edit(8, 9, "x"), edit(1, 2, "y")), fix(edit(8, 9, "z"))), [0, 2]);
    assert.deepEqual(taken(fix(edit(0, 3, "")), fix(edit(1, 1, "in it"))), [0]);
  });

  it("go together where they only touch", () => {
    assert.deepEqual(
      taken(fix(edit(0, 3, "a")), fix(edit(3, 4, "b")), fix(edit(3, 3, "c")), fix(edit(0, 0, "d"))),
      [0, 1, 2, 3],
    );
  });

  it("are not done twice, nor where they exclude themselves", () => {
    assert.deepEqual(taken(fix(edit(3, 3, "a")), fix(edit(3, 3, "a")), fix(edit(3, 3, "b"))), [0, 2]);
    assert.deepEqual(taken(fix(edit(0, 3, ""), edit(2, 4, "")), fix()), []);
  });

  it("carried out one after the other are edits of the first text", () => {
    const random = randomly(7);
    for (let run = 0; run < 500; run++) {
      const before = "abcdefghijklmnopqrstuvwxyz".slice(0, random.below(27));
      let text = before;
      let pieces: Pieces = [{ from: 0, to: text.length }];
      for (let round = random.below(4); round >= 0; round--) {
        const some = Array.from({ length: random.below(5) }, () => {
          const from = random.below(text.length + 1);
          return edit(from, from + random.below(Math.min(4, text.length - from + 1)), random.one(["", "1", "23"]));
        });
        const edits = together(some.map((one) => fix(one))).flatMap((one) => one.edits);
        pieces = cut(pieces, edits);
        text = applied(text, edits);
        const all = editsOf(pieces, before.length);
        assert.equal(applied(before, all), text);
        for (const [i, one] of all.entries()) assert.ok(i === 0 || all[i - 1]!.span.to < one.span.from || one.text);
      }
    }
  });
});
