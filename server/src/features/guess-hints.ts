import type { InlayHint } from "vscode-languageserver-types";
import { render, say } from "../core/message";
import type { Span } from "../core/span";
import { truthOf } from "./guess-grade";
import type { Guessed } from "./guesses";
import { positionAt, rangeOf, type Snapshot } from "./snapshot";
import type { Use } from "./use";

/** Behind a row whose shape is asked for, if it is known; taken, it begins the guess. */
export function questionHint(snapshot: Snapshot, end: number, [use]: readonly Use[]): InlayHint[] {
  if (!use || !truthOf(use)) return [];
  const { lines, text, voice } = snapshot;
  const isFree = /^[ \t]*(?:\r?\n|$)/.test(text.slice(end));
  const tooltip = say`Which shape, or how many parameters? Write it behind this row: #? [channels, height, width], or #? and a number.`;
  return [
    {
      position: positionAt(lines, end),
      label: voice?.plain ? render(say`which shape?`, voice) : "→ ?",
      paddingLeft: true,
      tooltip: render(tooltip, voice),
      ...(isFree && { textEdits: [{ range: rangeOf(lines, { from: end, to: end }), newText: " #? " }] }),
    },
  ];
}

/** Behind right guesses how the answer comes about. */
export const guessHints = (snapshot: Snapshot, guesses: readonly Guessed[], wanted: Span): InlayHint[] =>
  guesses.flatMap(({ guess: { span }, grade }): InlayHint[] => {
    if (!grade?.right || span.to < wanted.from || span.to > wanted.to) return [];
    const { lines, voice } = snapshot;
    const told = grade.how ? say`✓ ${grade.how}` : say`✓`;
    const aloud = grade.how ? say`right: ${grade.how}` : say`right`;
    return [
      { position: positionAt(lines, span.to), label: render(voice?.plain ? aloud : told, voice), paddingLeft: true },
    ];
  });
