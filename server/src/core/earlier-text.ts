import { type Changes, movedBack, movedBy } from "./changes";
import { type Lines, linesOf } from "./lines";
import type { Span } from "./span";

/** An earlier text as it lies in the one that has come of it. */
export interface EarlierText {
  /** Offsets are those of the earlier text, lines and columns those of the later one. */
  readonly lines: Lines;
  now(offset: number): number;
  /** Somebody has written in lines of this since. */
  isRewritten(span: Span): boolean;
}

export function earlierText(before: string, after: string, changes: Changes): EarlierText {
  const [own, lines] = [linesOf(before), linesOf(after)];
  const now = (offset: number): number => movedBy(changes, offset, after);
  return {
    lines: {
      starts: lines.starts.map((start) => movedBack(changes, start)),
      at: (offset) => lines.at(now(offset)),
      offset: (position) => movedBack(changes, lines.offset(position)),
    },
    now,
    isRewritten({ from, to }) {
      const start = own.starts[own.at(from).line]!;
      const end = lineEnd(before, to);
      const [begins, ends] = [now(start), now(end)];
      const isWhole = (begins === 0 || /[\r\n]/.test(after[begins - 1]!)) && lineEnd(after, ends) === ends;
      return !isWhole || before.slice(start, end) !== after.slice(begins, ends);
    },
  };
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}
