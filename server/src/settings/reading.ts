import { eitherOf, type Message, say } from "../core/message";
import { didYouMean, nearest } from "../core/nearest";
import { changeTo, problem, type Report } from "../core/problem";
import type { Rule } from "../core/rule";
import type { Span } from "../core/span";
import { type Entry, entriesOf, isMissing, type Tree } from "../tree/tree";

/** What exists to be named in settings. */
export interface Known {
  readonly ids: readonly string[];
  readonly dialects: readonly string[];
  /** The lints, which have sets and options. */
  readonly rules: readonly Rule[];
  /** Of ConvLint itself. */
  readonly version: string;
}

/** What every reader of a key is given. */
export interface Context {
  readonly known: Known;
  readonly text: string;
  readonly report: Report;
  /** Notes where something is said. */
  readonly said: (keys: string, span: Span) => void;
}

export type Entries = ReadonlyMap<string, Entry>;

/** The entries of a map by key; what is no key of it is reported, with the nearest that is. */
export function knownEntries(tree: Tree | undefined, keys: readonly string[], report: Report): Entries {
  const entries = new Map<string, Entry>();
  for (const entry of entriesOf(tree)) {
    entries.set(entry.key, entry);
    if (keys.includes(entry.key)) continue;
    const near = nearest(entry.key, keys);
    const message = say`there is no setting ${entry.key}${didYouMean(near)}`;
    report(problem("unknown-setting", entry.keySpan, message, changeTo(near, entry.keySpan)));
  }
  return entries;
}

export type Said = Pick<Entry, "key" | "keySpan" | "value">;

/** The value, or its key where there is none. */
export const placeOf = ({ keySpan, value }: Pick<Entry, "keySpan" | "value">): Span =>
  isMissing(value) ? keySpan : value.span;

/** Says what belongs at a key, and offers the word that was probably meant. */
export function wrong(entry: Said, what: Message, report: Report, near?: string): void {
  const span = placeOf(entry);
  report(problem("wrong-setting", span, say`${entry.key} is ${what}${didYouMean(near)}`, changeTo(near, span)));
}

/** Of a word that is none of those there are. */
export function unknownWord(span: Span, message: Message, near: string | undefined, report: Report): void {
  report(problem("wrong-setting", span, say`${message}${didYouMean(near)}`, changeTo(near, span)));
}

export const orList = (words: readonly string[]): Message => eitherOf(words.map((word) => say`${word}`));
