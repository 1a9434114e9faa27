import type { Analysis, Model } from "../core/analysis";
import { applied, inOrder } from "../core/edit";
import type { Reading } from "../core/graph";
import { type Message, say } from "../core/message";
import { once } from "../core/once";
import { type Fix, type Problem, type Repair, withFixes } from "../core/problem";
import { keptWeights, tensorsIn } from "../edits/rows/kept";
import { repaired } from "../edits/rows/repair";
import type { Sheet } from "../edits/rows/sheet";
import { written } from "../edits/written";
import type { Document } from "../tree/document";
import { isSameBut } from "./same-but";
import { readings, trier } from "./tried";

/** A file of which somebody asks how it can be mended. */
interface Opened {
  readonly document: Document;
  readonly json: boolean;
  readonly analysis: Analysis;
  sheets(): readonly Sheet[];
  /** Another text in its place; nothing where that is broken. */
  read(text: string): Reading | undefined;
  /** What is found in another text in its place. */
  problemsIn(text: string): readonly Problem[] | undefined;
}

/** The problems of a file with all fixes as they are written there: what rules want done to whole layers, too, each worked out once. */
export function mender(opened: Opened): (problems: readonly Problem[]) => readonly Problem[] {
  const { text } = opened.document;
  const known = new Map<Repair, Fix | undefined>();
  let left = readings(text, 1);
  const fixOf = (repair: Repair): Fix | undefined => {
    if (!known.has(repair) && left-- >= 1) known.set(repair, fixFor(repair, opened));
    return known.get(repair);
  };
  const tried = once(() => trier(text, opened.analysis.problems, undefined, opened.problemsIn));
  const remediesOf = (problem: Problem): readonly Fix[] => {
    const trials = problem.trials?.().map((fix) => asWritten(fix, opened));
    return (trials && tried()({ ...problem, trials: () => trials }).fixes) ?? [];
  };
  // What is wrong may be what rows are read by.
  const isSound = !opened.analysis.problems.some(({ severity }) => severity === "error");
  return (problems) =>
    problems.map((problem) => {
      const { repairs, scales } = problem;
      const fixes = [...(problem.fixes ?? []).map((fix) => asWritten(fix, opened)), ...remediesOf(problem)];
      // In another size of the model the layer may be needed.
      return repairs && isSound && !scales
        ? withFixes(problem, [...fixes, ...repairs.map(fixOf)])
        : withFixes(problem, fixes);
    });
}

const asWritten = (fix: Fix, { document, json }: Opened): Fix => ({
  ...fix,
  edits: fix.edits.map((edit) => ({ span: edit.span, text: written(edit, document, json) })),
});

function fixFor(repair: Repair, { document: { text }, analysis, sheets, read }: Opened): Fix | undefined {
  const edits = repaired(sheets(), repair);
  const after = edits && read(applied(text, edits));
  if (!after || !isSameBut(repair, analysis.models, after.models)) return undefined;
  const { title, safe, row, instead } = repair;
  if (instead) return { title, edits: inOrder(edits), safe };
  const sheet = sheets().find(({ rows }) => rows.some(({ span }) => span.from === row.from))!;
  const index = sheet.rows.findIndex(({ span }) => span.from === row.from);
  // Beside rows for training only, that the last row goes changes which one is the result.
  const isResult = index === sheet.last && sheet.rows.some(({ aside }) => aside);
  const isRecounted = isResult || edits.some((edit) => edit.text !== "");
  const moved = sheet.counts ? movedWeights(analysis.models[0]!, index) : undefined;
  return {
    title: moved ? say`${title}: ${moved}` : title,
    edits: inOrder(edits),
    safe: safe && !moved,
    rows: isRecounted ? "recounted" : "gone",
  };
}

/** Weights are stored by the number of a row: those behind it are looked for in vain where another row has become theirs. */
function movedWeights(model: Model, gone: number): Message | undefined {
  const before = tensorsIn(model);
  if (before.slice(gone + 1).every((row) => row?.size === 0)) return undefined;
  const after = [...before.slice(0, gone), ...before.slice(gone + 1)];
  return keptWeights(before, after) ?? say`moves the weights of the rows below`;
}
