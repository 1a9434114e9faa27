import { say } from "../../../core/message";
import { type Problem, problem } from "../../../core/problem";
import type { Span } from "../../../core/span";
import { get, itemsOf } from "../../../tree/tree";
import type { Check } from "./check";
import { commentBehind } from "./text";

/** A number written by hand behind a row. */
interface Numbered {
  readonly row: number;
  readonly said: number;
  readonly span: Span;
  /** It is followed by the name of a pyramid level, so that it can be nothing but the number of a row. */
  readonly level: boolean;
}

/** `# 12`, `# 0-P1/2`, `# 15 (P3/8-small)`, `# 20, downsample`; not `# 3x3`, `# 2 heads` or `# 1/4`. */
const number = /^(\d{1,4})(?=\s*$|\s*-\s*P\d|\s*\(?P\d|[,:]\s+[A-Za-z_])/;
const level = /^\d+\s*-?\s*\(?P\d/;

/** Rows are numbered by the library; people write the numbers behind them, and a new row shifts all that follow. */
export const rowNumberComment: Check = ({ document, file: { rows } }, report) => {
  // Where a slip had to be put right, nobody knows how many rows were meant.
  if (document.problems.some(({ id }) => id !== "duplicate-key")) return;
  const seen = new Set<number>();
  const all = rows.flatMap(({ span }, row): Numbered[] => {
    const comment = commentBehind(document.text, span.to);
    const said = comment && number.exec(comment.words)?.[1];
    // What an alias repeats stands in the text once, for its first row.
    if (said === undefined || seen.has(span.to)) return [];
    seen.add(span.to);
    const { from, words } = comment!;
    return [{ row, said: Number(said), span: { from, to: from + said.length }, level: level.test(words) }];
  });
  if (isOfAnotherBase(all)) return;
  const right = all.filter((one) => offBy(one) === 0).length;
  const headAt = itemsOf(get(document.root, "backbone")).length;
  const inOrder = inOrderOf(all);
  const isOfRow = (one: Numbered): boolean => one.level || (one.said < rows.length && inOrder.has(one));
  for (const run of runsIn(all)) {
    const off = offBy(run[0]!);
    // Some begin to count anew in the head.
    if (off === 0 || off === -headAt || off === 1 - headAt) continue;
    if (run.length > 2 || (right > 2 && run.every(isOfRow))) report(told(run));
  }
};

const offBy = ({ row, said }: Numbered): number => said - row;

/** Rows may be counted from 1 throughout. */
const isOfAnotherBase = ([first]: readonly Numbered[]): boolean => first !== undefined && offBy(first) > 0;

/** Neighbours that are off by the same. */
function runsIn(all: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const runs: Numbered[][] = [];
  for (const one of all) {
    const run = runs.at(-1);
    if (run && offBy(run[0]!) === offBy(one)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Those between the numbers above and below, as only the number of a row is likely to be. */
const inOrderOf = (all: readonly Numbered[]): ReadonlySet<Numbered> =>
  new Set(
    all.filter(
      ({ said }, i) => (all[i - 1]?.said ?? -1) <= said && said <= (all[i + 1]?.said ?? Number.POSITIVE_INFINITY),
    ),
  );

function told(run: readonly Numbered[]): Problem {
  const [first, ...others] = run as readonly [Numbered, ...Numbered[]];
  const { span, row, said } = first;
  const more = !others.length
    ? ""
    : others.length === 1
      ? say`; 1 more below is off by as much`
      : say`; ${others.length} more below are off by as much`;
  const title = others.length ? say`Number these rows anew` : say`Change to ${row}`;
  const edits = run.map((one) => ({ span: one.span, text: String(one.row) }));
  const found = problem("row-number-comment", span, say`this is row ${row}, not ${said}${more}`, {
    title,
    edits,
    safe: true,
  });
  return { ...found, waits: true, related: others.map((one) => ({ span: one.span, message: say`row ${one.row}` })) };
}
