import type { Edit, Fix } from "./problem";
import type { Span } from "./span";

/** In the order of the text. Insertions at one place keep theirs, and stand before what is replaced there. */
export const inOrder = (edits: readonly Edit[]): readonly Edit[] =>
  [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);

/** The text with edits carried out that do not overlap, in whatever order they come. */
export function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { span, text: put } of inOrder(edits)) {
    pieces.push(text.slice(at, span.from), put);
    at = span.to;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** Whether two edits change the same characters. Those that only touch do not, nor do insertions at one place. */
export const overlap = ({ span: a }: Edit, { span: b }: Edit): boolean => a.from < b.to && b.from < a.to;

const isSame = (a: Edit, b: Edit): boolean =>
  a.span.from === b.span.from && a.span.to === b.span.to && a.text === b.text;

/**
 * Of several sets of edits those that can be carried out together, each wholly or not at all: of two that overlap
 * the first is taken, and what was asked for already is not done twice. One that counts rows anew is taken beside
 * none that takes rows away.
 */
export function together<T extends Pick<Fix, "edits" | "rows">>(sets: readonly T[]): readonly T[] {
  const done: Edit[] = [];
  const changed = new Set<Fix["rows"]>();
  return sets.filter(({ edits, rows }) => {
    if (rows && (changed.has("recounted") || (rows === "recounted" && changed.size))) return false;
    if (edits.every((edit) => done.some((other) => isSame(edit, other)))) return false;
    if (edits.some((edit, i) => [...done, ...edits.slice(0, i)].some((other) => overlap(edit, other)))) return false;
    done.push(...edits);
    if (rows) changed.add(rows);
    return true;
  });
}

/** What a text has become: parts of it as it was, and what was put between them. */
export type Pieces = readonly (Span | string)[];

const lengthOf = (piece: Span | string): number => (typeof piece === "string" ? piece.length : piece.to - piece.from);

/** The pieces after edits of the text that they make. */
export function cut(pieces: Pieces, edits: readonly Edit[]): Pieces {
  const result: (Span | string)[] = [];
  let at = 0;
  for (const { span, text } of inOrder(edits)) {
    result.push(...part(pieces, at, span.from), text);
    at = span.to;
  }
  return [...result, ...part(pieces, at, Number.POSITIVE_INFINITY)].filter(lengthOf);
}

function part(pieces: Pieces, from: number, to: number): Pieces {
  let start = 0;
  return pieces.map((piece) => {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, lengthOf(piece))];
    start += lengthOf(piece);
    if (first >= last) return "";
    return typeof piece === "string" ? piece.slice(first, last) : { from: piece.from + first, to: piece.from + last };
  });
}

/** The edits of a text of some length that make of it what the pieces say. */
export function editsOf(pieces: Pieces, length: number): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let put = "";
  for (const piece of [...pieces, { from: length, to: length }]) {
    if (typeof piece === "string") put += piece;
    else {
      if (put || piece.from > at) edits.push({ span: { from: at, to: piece.from }, text: put });
      at = piece.to;
      put = "";
    }
  }
  return edits;
}
