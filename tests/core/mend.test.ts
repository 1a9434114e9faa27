import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied } from "../../server/src/core/edit";
import { type Looked, mend } from "../../server/src/core/mend";
import { say } from "../../server/src/core/message";
import type { Fix, Problem, Severity } from "../../server/src/core/problem";

/** `word>other` in a table: wherever the word stands it is a problem, with a fix to the other. */
type Table = { readonly [word: string]: { to: string; safe?: boolean; severity?: Severity; id?: string } };

const looking =
  (table: Table, more: (text: string) => Partial<Looked> = () => ({})) =>
  (text: string): Looked => {
    const problems = [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }): readonly Problem[] => {
      const { to, safe = true, severity = "warning", id = "wrong-word" } = table[word] ?? {};
      const span = { from: index, to: index + word.length };
      const fixes: Fix[] = to === undefined ? [] : [{ title: say`Change`, edits: [{ span, text: to }], safe }];
      return table[word] ? [{ id, severity, message: say`wrong`, span, ...(fixes.length && { fixes }) }] : [];
    });
    return { format: "words", problems, unknown: 0, ...more(text) };
  };

describe("mending", () => {
  it("goes on until nothing is left that is allowed, and says how much that was", () => {
    const look = looking({ a: { to: "b" }, b: { to: "c" }, x: { to: "y", safe: false } });
    const done = mend("a x b", look);
    assert.deepEqual([done.text, done.fixed, done.more, done.circles], ["c x c", 3, 1, false]);
    assert.equal(applied("a x b", done.edits), "c x c");
    assert.deepEqual(mend("a x b", look, true).text, "c y c");
    assert.deepEqual(mend("c", look), { text: "c", edits: [], fixed: 0, more: 0, circles: false });
  });

  it("stops after ten rounds", () => {
    const look = (text: string) => looking({ [text]: { to: `${text}+` } })(text);
    assert.equal(mend("a", look).text, `a${"+".repeat(10)}`);
  });

  it("leaves alone what fixes only turn round and round, so that doing it again changes nothing either", () => {
    const look = looking({ a: { to: "b" }, b: { to: "a" }, x: { to: "a" } });
    assert.deepEqual([mend("a", look).text, mend("b", look).text], ["a", "b"]);
    const done = mend("x", look);
    assert.deepEqual([done.text, done.fixed, done.circles], ["a", 1, true]);
    assert.equal(mend(done.text, look).text, done.text);
  });

  it("does nothing that leaves more errors, breaks the text, or makes another format of it", () => {
    for (const to of ["worse", "broken", "foreign"]) {
      const look = looking(
        { a: { to }, worse: { to: "worse", severity: "error" }, broken: { to: "broken", id: "syntax" } },
        (text) => (text.includes("foreign") ? { format: "other" } : {}),
      );
      assert.equal(mend("a", look).text, "a", to);
    }
    assert.equal(mend("a", (text) => (text === "a" ? looking({ a: { to: "b" } })(text) : undefined)).text, "a");
  });

  it("takes an error in exchange for an error, and more of them where they only could not be seen before", () => {
    const errors = { severity: "error" } as const;
    const look = looking(
      { a: { to: "b c", ...errors }, b: { to: "b", ...errors }, c: { to: "c", ...errors } },
      (text) => ({
        unknown: text.includes("a") ? 2 : 0,
      }),
    );
    assert.equal(mend("a", look).text, "b c");
  });

  it("carries out the fixes that do no harm beside one that does", () => {
    const look = looking({ a: { to: "broken" }, x: { to: "y" }, broken: { to: "broken", id: "syntax" } });
    const done = mend("x a x", look);
    assert.deepEqual([done.text, done.fixed], ["y a y", 2]);
  });
});
