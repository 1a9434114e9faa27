import type { Span } from "./span";

/** A word that somebody chose, at one of the places where it stands. */
export interface Name {
  readonly kind: "layer" | "block" | "parameter" | "input" | "scale" | "key";
  readonly name: string;
  /** The word alone, without quotes and whatever else stands around it. */
  readonly span: Span;
  /** The same for all places that mean the same thing. */
  readonly of: number;
  /** The same for all names that must differ. */
  readonly scope: string;
  /** All of what has the name, where this is the place that gives it. */
  readonly whole?: Span;
  /** It belongs to the format, so that nobody can call it otherwise. */
  readonly fixed?: true;
}

/** The place of a word in what is written there: between quotes, say. Nothing where it is written in another way. */
export function wordIn(word: string, { from, to }: Span, text: string): Span | undefined {
  const written = text.slice(from, to);
  const at = written.startsWith(word) ? 0 : /^["']/.test(written) && written.startsWith(word, 1) ? 1 : -1;
  return word === "" || at < 0 ? undefined : { from: from + at, to: from + at + word.length };
}
