import type { Span } from "../core/span";
import type { DeckProblem } from "./card";

export type Say = (span: Span, message: string) => void;

/** Collects problems, each with the line and column of its span; lines end at LF, CRLF or CR. */
export function reporter(text: string): { readonly say: Say; readonly problems: readonly DeckProblem[] } {
  const problems: DeckProblem[] = [];
  let starts: readonly number[] | undefined;
  return {
    problems,
    say(span, message) {
      // Most decks have no problem and need no lines.
      starts ??= [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
      const line = lineOf(starts, span.from);
      problems.push({ message: oneLine(message), span, line: line + 1, column: span.from - starts[line]! + 1 });
    },
  };
}

/** The last line that starts at or before an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0,
    high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A message quotes what people wrote, which may be long and of many lines. */
const oneLine = (message: string): string => {
  const line = message.replace(/\s+/g, " ");
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
};
