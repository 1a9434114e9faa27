import { type CodeAction, CodeActionKind, type TextEdit } from "vscode-languageserver-types";
import { showDim, showShape } from "../core/dim";
import { render, say } from "../core/message";
import type { Edit } from "../core/problem";
import { type Asked, editOf } from "./action";
import { truthOf } from "./guess-grade";
import { type Guessed, guessesIn } from "./guesses";
import { rangeOf, type Snapshot, spanOf } from "./snapshot";

/** What can be done about the guesses at a place. */
export function guessActions(snapshot: Snapshot, asked: Pick<Asked, "range" | "uri" | "version">): CodeAction[] {
  const all = guessesIn(snapshot);
  const { from, to } = spanOf(snapshot.lines, asked.range);
  const here = all.filter(({ comment: { line, span } }) => line.from <= to && from <= span.to);
  if (!here.length) return [];
  const action = (title: string, edits: readonly Edit[]): CodeAction[] =>
    edits.length ? [{ title, kind: CodeActionKind.QuickFix, edit: editOf(edits, snapshot, asked) }] : [];
  const { voice } = snapshot;
  return [
    ...action(render(say`Reveal the answer`, voice), revealed(here, snapshot)),
    ...action(render(say`Remove all guesses`, voice), removed(all)),
  ];
}

/** Edits that write the answers in the place of guesses, or take all guesses out. */
export function guessEdits(snapshot: Snapshot, what: "reveal" | "remove", at?: number): TextEdit[] {
  const all = guessesIn(snapshot);
  const here = at === undefined ? all : all.filter(({ comment: { line } }) => line.from <= at && at <= line.to);
  const edits = what === "reveal" ? revealed(here, snapshot) : removed(all);
  return edits.map(({ span, text }) => ({ range: rangeOf(snapshot.lines, span), newText: text }));
}

function revealed(guesses: readonly Guessed[], { text }: Snapshot): readonly Edit[] {
  return guesses.flatMap(({ guess, uses: [use], grade }): Edit[] => {
    const truth = grade?.right || !use ? undefined : truthOf(use);
    if (!truth) return [];
    const isCount = guess.number !== undefined && truth.parameters !== undefined && truth.parameters !== 0;
    const answer = isCount ? showDim(truth.parameters!) : truth.shapes.map(showShape).join(" ");
    return [{ span: guess.span, text: text[guess.span.from - 1] === "?" ? ` ${answer}` : answer }];
  });
}

const removed = (guesses: readonly Guessed[]): readonly Edit[] =>
  guesses.map(({ comment }) => ({ span: comment.whole, text: "" }));
