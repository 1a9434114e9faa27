import type { Problem } from "../../core/problem";
import type { Span } from "../../core/span";
import { entriesFrom } from "../entries";
import type { Entry } from "../tree";

/** How far a text has been read, and what has been met on the way. */
export interface Reader {
  readonly text: string;
  at: number;
  /** Where the line begins at which we are. */
  line: number;
  /** How deep we are in lists and maps. */
  depth: number;
  /** The end of the value read last. */
  end: number;
  readonly quoted: Span[];
  readonly problems: Problem[];
}

/** Thrown where the text is not written in the straight way; caught where it was begun. */
export const other = new Error("not written in the straight way");
/** Nothing that is deeper is written by hand. */
const deepest = 40;

const blanks = / */y;
/** The rest of a line, which may be a comment. */
const lineEnd = /(?:(?<![^ \n])#(?:[^\p{Cc}\ufffd]|\t)*)?(?:\r?\n|$)/uy;

/** Reads what matches here, which may be nothing; whether it did. */
export function take(reader: Reader, pattern: RegExp): boolean {
  pattern.lastIndex = reader.at;
  if (!pattern.test(reader.text)) return false;
  reader.at = pattern.lastIndex;
  return true;
}

export function must(done: boolean): void {
  if (!done) throw other;
}

export function passBlanks(reader: Reader): void {
  take(reader, blanks);
}

export const columnOf = ({ at, line }: Reader): number => at - line;
export const isNext = ({ text, at }: Reader, char: string): boolean => text[at] === char;

export function toNextLine(reader: Reader): void {
  must(take(reader, lineEnd));
  reader.line = reader.at;
}

/** Passes over empty lines and comments; the column of what stands there, negative at the end of the text. */
export function toContent(reader: Reader): number {
  for (;;) {
    passBlanks(reader);
    const char = reader.text[reader.at];
    if (char === undefined) return -1;
    if (char !== "#" && char !== "\n" && char !== "\r") return columnOf(reader);
    toNextLine(reader);
  }
}

/** Goes into a list or a map, which has to be left again. */
export function enter(reader: Reader): void {
  must(++reader.depth < deepest);
}

export function readKey(reader: Reader, pattern: RegExp): { readonly name: string; readonly span: Span } {
  const from = reader.at;
  must(take(reader, pattern));
  return { name: reader.text.slice(from, reader.at), span: { from, to: reader.at } };
}

export const entriesOf = (entries: readonly Entry[], { problems }: Reader): readonly Entry[] =>
  entriesFrom(entries, [], (problem) => problems.push(problem));
