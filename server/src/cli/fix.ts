import type { Edit, Problem } from "../core/problem";
import { type Options, understand } from "../service";

/** One fix may make another possible, but no text is worth looking at for ever. */
const mostRounds = 10;

/** The text after all fixes that are allowed, carried out until nothing changes; of two that overlap the first wins. */
export function fixed(path: string, text: string, options: Options, unsafe: boolean): string {
  let now = text;
  for (let round = 0; round < mostRounds; round++) {
    const problems = understand(path, now, options)?.analysis.problems ?? [];
    const next = apply(
      now,
      problems.flatMap((problem) => editsOf(problem, unsafe)),
    );
    if (next === now) return now;
    now = next;
  }
  return now;
}

const editsOf = ({ fixes = [] }: Problem, unsafe: boolean): readonly (readonly Edit[])[] =>
  fixes
    .filter(({ safe }) => safe || unsafe)
    .slice(0, 1)
    .map(({ edits }) => edits);

function apply(text: string, fixes: readonly (readonly Edit[])[]): string {
  const taken: Edit[] = [];
  for (const edits of fixes)
    if (!edits.some((edit) => taken.some((other) => overlap(edit, other)))) taken.push(...edits);
  return taken
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((done, { span, text: put }) => done.slice(0, span.from) + put + done.slice(span.to), text);
}

const overlap = (a: Edit, b: Edit): boolean =>
  a.span.from < b.span.to && b.span.from < a.span.to ? true : a.span.from === b.span.from;
