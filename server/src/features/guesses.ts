import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import { layersIn, rowsAt } from "../analysis/layer-facts";
import type { Comment } from "../core/graph";
import { type Guess, guessIn } from "../core/guess";
import { type Message, render } from "../core/message";
import { type Grade, gradeOf } from "./guess-grade";
import { activeModel, rangeOf, type Snapshot } from "./snapshot";
import type { Use } from "./use";

/** A guess behind a layer, and what it is worth. */
export interface Guessed {
  readonly guess: Guess;
  readonly comment: Comment;
  /** The layer at each of its places of use; none where no layer stands in the line. */
  readonly uses: readonly Use[];
  /** Absent where nothing is guessed yet, or where nobody knows. */
  readonly grade?: Grade;
}

/** All guesses of a text, in order. */
export function guessesIn(snapshot: Snapshot): readonly Guessed[] {
  const { comments = [], isRewritten } = snapshot;
  const guesses = comments.flatMap((comment) => {
    const guess = guessIn(comment);
    return guess && !isRewritten?.(comment.span) ? [{ guess, comment }] : [];
  });
  if (!guesses.length) return [];
  const model = activeModel(snapshot);
  const rows = model ? layersIn(model) : [];
  return guesses.map(({ guess, comment }) => {
    const uses = rowsAt(comment, rows).map((row) => ({ model: model!, row }));
    const grade = gradeOf(guess, uses);
    return { guess, comment, uses, ...(grade && { grade }) };
  });
}

/** What is not right yet is told at the guess, without the answer. */
export const guessDiagnostics = (snapshot: Snapshot): Diagnostic[] =>
  guessesIn(snapshot).flatMap(({ guess, grade }): Diagnostic[] =>
    grade && !grade.right ? [diagnosticOf(guess, grade.why, snapshot)] : [],
  );

const diagnosticOf = ({ span }: Guess, why: Message, { lines, voice }: Snapshot): Diagnostic => ({
  range: rangeOf(lines, span),
  severity: DiagnosticSeverity.Information,
  code: "guess",
  source: "convlint",
  message: render(why, voice),
});
