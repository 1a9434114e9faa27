import { applied, inOrder } from "../core/edit";
import { writtenIn } from "../core/message";
import { type Fix, type Problem, withFixes } from "../core/problem";
import type { Span } from "../core/span";
import type { Written } from "../core/written";

/** What is found in another text in the place of a file; nothing where that is none of the kind. */
type Read = (text: string) => readonly Problem[] | undefined;

/** What may mend a text is read again, so many characters in all; who has more problems mends some and asks again. */
const mostRead = 1_000_000;
export const readings = (text: string, atLeast: number): number => Math.max(atLeast, mostRead / (text.length + 1));

/** So many ways to mend a problem are shown. */
const mostShown = 3;

/** A problem with those of its fixes that mend it and break nothing else, each tried once. */
export function trier(text: string, before: readonly Problem[], written: Written | undefined, read: Read) {
  const known = new Map<string, boolean>();
  let left = readings(text, 8);
  const holds = (problem: Problem, fix: Fix): boolean => {
    const key = `${keyOf(problem)} ${JSON.stringify(fix.edits)}`;
    if (!known.has(key) && left-- >= 1) known.set(key, mends(text, problem, fix, before, read));
    return known.get(key) ?? false;
  };
  return ({ fixes = [], trials, ...problem }: Problem): Problem => {
    const tried = (trials?.() ?? fixes).map((fix): Fix => {
      const title = written ? writtenIn(written, fix.title) : fix.title;
      return { ...fix, title, edits: inOrder(fix.edits) };
    });
    const found: Fix[] = [];
    for (const fix of tried) {
      if (found.length >= mostShown) break;
      if (!found.some((other) => isSame(other, fix)) && holds(problem, fix)) found.push(fix);
    }
    // What an operator names is as good as another that it names.
    const isChoice = found.length > 1 && problem.remedies !== undefined;
    return withFixes(problem, isChoice ? found.map((fix) => ({ ...fix, choice: true })) : found);
  };
}

/** The problem is gone, and whatever is wrong then was so before. */
function mends(text: string, problem: Problem, { edits }: Fix, before: readonly Problem[], read: Read): boolean {
  const next = applied(text, edits);
  if (next === text) return false;
  const found = read(next);
  if (!found) return false;
  const after = found.filter(isGrave);
  const moved = (span: Span): number =>
    edits.reduce(
      (at, edit) => (edit.span.to <= span.from ? at + edit.text.length - lengthOf(edit.span) : at),
      span.from,
    );
  const known = new Map<string, number>();
  const count = (key: string, by: number): number => {
    known.set(key, (known.get(key) ?? 0) + by);
    return known.get(key)!;
  };
  for (const one of before) if (isGrave(one) && keyOf(one) !== keyOf(problem)) count(`${one.id} ${moved(one.span)}`, 1);
  if (!isGrave(problem) && found.some(({ id, span }) => id === problem.id && span.from === moved(problem.span)))
    return false;
  return after.every(({ id, span }) => count(`${id} ${span.from}`, -1) >= 0);
}

const isGrave = ({ severity, id }: Problem): boolean => severity === "error" || id === "unregistered-layers";
const keyOf = ({ id, span }: Problem): string => `${id} ${span.from} ${span.to}`;
const lengthOf = ({ from, to }: Span): number => to - from;
const isSame = (a: Fix, b: Fix): boolean => JSON.stringify(a.edits) === JSON.stringify(b.edits);
