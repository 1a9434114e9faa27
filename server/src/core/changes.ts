import type { Span } from "./span";

/** A stretch of an earlier text, and how many characters stand in its place now. */
export interface Change extends Span {
  readonly length: number;
}

/** In order, none of them next to another. */
export type Changes = readonly Change[];

/** The one stretch in which two texts differ; nothing where they are equal. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return inWholeLines({ from, to: before.length - same, length: after.length - same - from }, before, after);
}

/** Lines that came in or went are told as whole lines, also where the line after them begins as they do. */
function inWholeLines(change: Change, before: string, after: string): Change {
  const { from, to, length } = change;
  if (from < to && length > 0) return change;
  const longer = from < to ? before : after;
  const size = to - from + length;
  let start = from;
  while (start > 0 && !endsLine(longer, start) && longer[start - 1] === longer[start + size - 1]) start--;
  const isWhole = (start === 0 || endsLine(longer, start)) && endsLine(longer, start + size);
  return isWhole ? { from: start, to: start + to - from, length } : change;
}

/** Changes and one more, which was made in the text that they lead to. */
export function withChange(changes: Changes, next: Change): Changes {
  const before: Change[] = [];
  const after: Change[] = [];
  let [from, to] = [next.from, next.to];
  let [atFrom, atTo, by] = [0, 0, 0];
  for (const one of changes) {
    const start = one.from + by;
    by += grownBy(one);
    if (start + one.length < next.from) {
      before.push(one);
      atFrom = atTo = by;
    } else if (start > next.to) after.push(one);
    else {
      from = Math.min(from, start);
      to = Math.max(to, start + one.length);
      atTo = by;
    }
  }
  return [...before, { from: from - atFrom, to: to - atTo, length: to - from + grownBy(next) }, ...after];
}

/** The same without what stands at their ends as it did: somebody who takes a letter back has changed nothing. */
export function trimmed(changes: Changes, before: string, after: string): Changes {
  let by = 0;
  return changes.flatMap((one): Changes => {
    const start = one.from + by;
    by += grownBy(one);
    const change = changeBetween(before.slice(one.from, one.to), after.slice(start, start + one.length));
    return change ? [{ from: one.from + change.from, to: one.from + change.to, length: change.length }] : [];
  });
}

/** The later text without one of the changes. */
export function withoutChange(changes: Changes, left: Change, before: string, after: string): string {
  const at = changes.slice(0, changes.indexOf(left)).reduce((sum, one) => sum + grownBy(one), left.from);
  return after.slice(0, at) + before.slice(left.from, left.to) + after.slice(at + left.length);
}

/** Where an offset in the earlier text is now. What came in at it stands behind it, but for whole lines. */
export function movedBy(changes: Changes, offset: number, after: string): number {
  let by = 0;
  for (const one of changes) {
    const start = one.from + by;
    if (offset < one.from) break;
    if (offset < one.to || (offset === one.from && !isLines(one, start, after))) return start;
    by += grownBy(one);
  }
  return offset + by;
}

/** Where an offset was in the earlier text; of what has come in, where that did. */
export function movedBack(changes: Changes, offset: number): number {
  let by = 0;
  for (const one of changes) {
    const start = one.from + by;
    if (offset < start) break;
    if (offset < start + one.length) return one.from;
    by += grownBy(one);
  }
  return offset - by;
}

const grownBy = ({ from, to, length }: Change): number => length - (to - from);

/** Lines that came in between two others. */
const isLines = ({ from, to, length }: Change, start: number, after: string): boolean =>
  from === to && (start === 0 || endsLine(after, start)) && endsLine(after, start + length);

const endsLine = (text: string, at: number): boolean =>
  text[at - 1] === "\n" || (text[at - 1] === "\r" && text[at] !== "\n");
