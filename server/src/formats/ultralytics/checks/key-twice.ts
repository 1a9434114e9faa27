import { say } from "../../../core/message";
import { type Problem, problem } from "../../../core/problem";
import type { Entry } from "../../../tree/tree";
import type { Check } from "./check";
import { mapsIn, withoutLines } from "./text";

/** Python reads both and keeps the last, which the reader has to guess. */
export const keyTwice: Check = ({ document: { root, text } }, report) => {
  for (const entries of mapsIn(root)) {
    const last = new Map(entries.map((entry) => [entry.key, entry]));
    for (const entry of entries) {
      const counts = last.get(entry.key)!;
      if (counts !== entry) report(told(entry, counts, text));
    }
  }
};

function told(entry: Entry, counts: Entry, text: string): Problem {
  const { key, keySpan } = entry;
  const value = text.slice(counts.value.span.from, counts.value.span.to);
  const short = (counts.value.kind === "scalar" || counts.value.flow) && /^.{1,40}$/.test(value);
  const which = short ? say`the last one, ${value}` : say`the one further down`;
  const message = say`${key} is written twice, and what counts is ${which}`;
  const related = [{ span: counts.keySpan, message: say`the ${key} that counts` }];
  return { ...problem("key-twice", keySpan, message, withoutLines(text, entry)), related, idle: true };
}
