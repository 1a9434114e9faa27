import type { Edit } from "../core/problem";

/** A text put right for the parser, and the way back to the text as written. */
export interface Repaired {
  readonly text: string;
  back(offset: number): number;
}

/** Carries out edits, so that what was meant can be parsed; places in the result lead back to what was written. */
export function repair(text: string, edits: readonly Edit[]): Repaired {
  if (!edits.length) return { text, back: (offset) => offset };
  const pieces: string[] = [];
  const starts: number[] = [];
  const done: Edit[] = [];
  let read = 0;
  let length = 0;
  for (const edit of [...edits].sort((a, b) => a.span.from - b.span.from)) {
    if (edit.span.from < read) continue;
    const before = text.slice(read, edit.span.from);
    pieces.push(before, edit.text);
    starts.push(length + before.length);
    done.push(edit);
    length += before.length + edit.text.length;
    read = edit.span.to;
  }
  pieces.push(text.slice(read));
  return { text: pieces.join(""), back: (offset) => backFrom(offset, starts, done) };
}

function backFrom(offset: number, starts: readonly number[], done: readonly Edit[]): number {
  let low = -1;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  if (low < 0) return offset;
  const { span, text } = done[low]!;
  const into = offset - starts[low]!;
  return into < text.length ? Math.min(span.from + into, span.to) : span.to + into - text.length;
}
