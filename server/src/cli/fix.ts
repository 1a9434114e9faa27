import type { Edit, Problem } from "../core/problem";
import { unifiedDiff } from "../report/unified-diff";
import { type Options, understand } from "../service";
import { writeText } from "./read-text";
import { shown, type Target } from "./targets";

interface Asked {
  readonly fix?: boolean | undefined;
  readonly "unsafe-fixes"?: boolean | undefined;
  readonly diff?: boolean | undefined;
}

/**
 * What `--fix` does to the text of a model: writes it back mended. With `--diff` nothing is written, and
 * the text is judged as it is; `patch` is then what would have been done to all of them.
 */
export function mending({ fix, "unsafe-fixes": unsafe = false, diff }: Asked) {
  const patches: string[] = [];
  const mend = ({ path }: Target, text: string, options: Options): string => {
    if (!fix && !unsafe && !diff) return text;
    const done = fixed(path, text, options, unsafe);
    if (diff) patches.push(unifiedDiff(shown(path), text, done));
    else if (done !== text) writeText(path, done);
    return diff ? text : done;
  };
  return { mend, patch: () => patches.join("") };
}

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
