import type { CheckId } from "./checks";
import { applied, cut, editsOf, type Pieces, together } from "./edit";
import type { Edit, Fix, Problem } from "./problem";

/** What is seen in a text, as far as it tells whether the text is as good as another. */
export interface Looked {
  readonly format: string;
  readonly problems: readonly Problem[];
  /** How many layers there are of which nothing is known. */
  readonly unknown: number;
}

/** Nothing where a text is none of those that can be mended. */
export type Look = (text: string) => Looked | undefined;

export interface Mended {
  readonly text: string;
  /** Of the text as it was, in order and without overlap. */
  readonly edits: readonly Edit[];
  /** How many fixes were carried out. */
  readonly fixed: number;
  /** How many problems are left that only a fix which is not safe would mend. */
  readonly more: number;
  /** Fixes undo each other, so that none of them was carried out. */
  readonly circles: boolean;
}

interface Version {
  readonly text: string;
  readonly pieces: Pieces;
  readonly fixed: number;
  /** How many rounds have counted rows anew. */
  readonly recounts: number;
  readonly seen: Looked | undefined;
}

/** One fix may make another possible, but no text is worth looking at for ever. */
const mostRounds = 10;
/** So many more where rows go one after another, since each counts the others anew. */
const mostRecounts = 40;
/** So many fixes are tried one by one where all of them together do harm. */
const mostAlone = 50;

/**
 * The text after all fixes that are allowed, carried out until nothing changes. What would leave the text worse
 * to read than it was is not done.
 */
export function mend(text: string, look: Look, unsafe = false): Mended {
  const versions: Version[] = [
    { text, pieces: [{ from: 0, to: text.length }], fixed: 0, recounts: 0, seen: look(text) },
  ];
  while (isWorthMore(versions.length - 1, versions.at(-1)!.recounts)) {
    const next = better(versions.at(-1)!, look, unsafe);
    if (!next) break;
    const same = versions.find((version) => version.text === next.text);
    if (same) return mended(same, text, true);
    versions.push(next);
  }
  return mended(versions.at(-1)!, text, false);
}

const isWorthMore = (rounds: number, recounts: number): boolean =>
  rounds - recounts < mostRounds && recounts < mostRecounts;

const mended = ({ text, pieces, fixed, seen }: Version, before: string, circles: boolean): Mended => ({
  text,
  edits: editsOf(pieces, before.length),
  fixed,
  more: (seen?.problems ?? []).filter((problem) => fixOf(problem, true) && !fixOf(problem, false)).length,
  circles,
});

/** The fix of a problem that may be carried out unseen. */
export const fixOf = ({ fixes }: Problem, unsafe: boolean): Fix | undefined =>
  fixes?.find(({ safe, choice }) => safe || (unsafe && !choice));

/** The same look at a text, in which only problems of one kind can be mended. */
export const ofKind =
  (id: string, look: Look): Look =>
  (text) => {
    const looked = look(text);
    const without = ({ fixes, ...problem }: Problem): Problem => problem;
    return looked && { ...looked, problems: looked.problems.map((one) => (one.id === id ? one : without(one))) };
  };

/** The same look at a text, to which problems of one kind are none. */
export const besides =
  (id: string, look: Look): Look =>
  (text) => {
    const looked = look(text);
    return looked && { ...looked, problems: looked.problems.filter((one) => one.id !== id) };
  };

function better(version: Version, look: Look, unsafe: boolean): Version | undefined {
  const all = (version.seen?.problems ?? []).flatMap((problem) => fixOf(problem, unsafe) ?? []);
  const fixes = together(all.filter(({ edits }) => applied(version.text, edits) !== version.text));
  return fixes.length ? (after(version, fixes, look) ?? oneByOne(version, fixes, look)) : undefined;
}

/** Where fixes do harm together, those that do none beside those before them. */
function oneByOne(version: Version, fixes: readonly Fix[], look: Look): Version | undefined {
  let best: Version | undefined;
  const taken: Fix[] = [];
  for (const fix of fixes.length > 1 ? fixes.slice(0, mostAlone) : []) {
    const next = after(version, [...taken, fix], look);
    if (!next) continue;
    taken.push(fix);
    best = next;
  }
  return best;
}

function after(
  { text, pieces, fixed, recounts, seen }: Version,
  fixes: readonly Fix[],
  look: Look,
): Version | undefined {
  const edits = fixes.flatMap((fix) => fix.edits);
  const next = applied(text, edits);
  const now = look(next);
  if (!seen || !now || isWorse(now, seen)) return undefined;
  return {
    text: next,
    pieces: cut(pieces, edits),
    fixed: fixed + fixes.length,
    recounts: recounts + Number(fixes.some(({ rows }) => rows === "recounted")),
    seen: now,
  };
}

/** An error behind something unknown was there before; it only could not be seen. */
function isWorse(now: Looked, before: Looked): boolean {
  const [more, less] = [errorsIn(now) > errorsIn(before), errorsIn(now) < errorsIn(before)];
  return (
    now.format !== before.format ||
    brokenIn(now) > brokenIn(before) ||
    (more && now.unknown >= before.unknown) ||
    (now.unknown > before.unknown && !less)
  );
}

const errorsIn = ({ problems }: Looked): number => problems.filter(({ severity }) => severity === "error").length;

const broken: ReadonlySet<string> = new Set<CheckId>([
  "syntax",
  "duplicate-key",
  "second-document",
  "too-large",
  "missing-colon",
  "missing-space",
  "missing-comma",
  "wrong-indent",
  "tab-indentation",
  "look-alike-character",
]);

const brokenIn = ({ problems }: Looked): number => problems.filter(({ id }) => broken.has(id)).length;
