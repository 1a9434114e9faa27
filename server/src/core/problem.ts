import type { CheckId } from "./checks";
import { checks } from "./checks";
import { type Message, say, writtenIn } from "./message";
import type { Elsewhere, Undeclared } from "./python-class";
import type { Severity } from "./severity";
import type { Span } from "./span";
import type { Written } from "./written";

export type { Severity };

export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** A word in the place of a word: where that stands in quotes, this one does. */
  readonly word?: true;
}

export interface Fix {
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** The model computes the same, or what the text can only have meant. */
  readonly safe: boolean;
  /** There is another one that is as good, so only somebody who sees both may choose. */
  readonly choice?: true;
  /**
   * A row goes, and nothing else, or others are counted anew as well. What was worked out for the rows as they were
   * holds beside the former only, and only for what is of that kind itself.
   */
  readonly rows?: "gone" | "recounted";
}

/**
 * What is to become of a layer as a whole. How that is written, and what becomes of all that counts layers or names
 * this one, only those can say who know the text; there it becomes a fix, or nothing where it cannot be written.
 */
export interface Repair {
  readonly title: Message;
  readonly safe: boolean;
  /** The layer as it is written. */
  readonly row: Span;
  /** What stands there instead. Absent where the layer goes, and whoever read it reads what it read. */
  readonly instead?: Call;
}

export interface Call {
  readonly op: string;
  readonly args: readonly { readonly word: string; readonly value: string }[];
}

export interface Related {
  readonly span: Span;
  readonly message: Message;
  /** The place, where it is one in another file; the span is then that of what is said to be wrong here. */
  readonly elsewhere?: Elsewhere;
}

/** Anything found wrong in a file, by a format, an operator or a rule. */
export interface Problem {
  /** Id of the rule, check or constraint, which is also its page in the documentation. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly related?: readonly Related[];
  /** The best first. */
  readonly fixes?: readonly Fix[];
  /** Those that become fixes once somebody asks for them. */
  readonly repairs?: readonly Repair[];
  /** What may mend it, the likeliest first, each to be tried once somebody asks for fixes. */
  readonly trials?: () => readonly Fix[];
  /** Values with which it would not be there, of arguments of the call as its framework calls them. */
  readonly remedies?: readonly { readonly word: string; readonly value: number | string }[];
  /** What it would take to know the name. */
  readonly undeclared?: Undeclared;
  /** The models of the file in which it holds; absent where it holds in all of them. */
  readonly scales?: readonly string[];
  /** The words do nothing, and an editor may fade them out. */
  readonly idle?: true;
  /** It is told once no error and no other warning is left in the file. */
  readonly waits?: true;
  /** The row of the model it lies in, where there is one. */
  readonly layer?: number;
}

export type Report = (problem: Problem) => void;

/** A problem of the severity that its check has. */
export const problem = (id: CheckId, span: Span, message: Message, ...fixes: readonly (Fix | undefined)[]): Problem =>
  withFixes({ id, severity: checks[id].severity, span, message }, fixes);

export function withFixes(found: Problem, fixes: readonly (Fix | undefined)[]): Problem {
  const some = fixes.filter((fix) => fix !== undefined);
  return some.length ? { ...found, fixes: some } : found;
}

export const replace = (title: Message, span: Span, text: string, safe = true): Fix => ({
  title,
  edits: [{ span, text }],
  safe,
});

export const replaceWord = (title: Message, span: Span, text: string, safe: boolean): Fix => ({
  title,
  edits: [{ span, text, word: true }],
  safe,
});

/** The fix for a misspelt word. */
export const changeTo = (word: string | undefined, span: Span | undefined): Fix | undefined =>
  word === undefined || !span ? undefined : replaceWord(say`Change to ${word}`, span, word, false);

/** The same problem with arguments as a language writes them. */
export function toldIn(written: Written, found: Problem): Problem {
  const told = (message: Message): Message => writtenIn(written, message);
  return {
    ...found,
    message: told(found.message),
    ...(found.related && { related: found.related.map((one) => ({ ...one, message: told(one.message) })) }),
    ...(found.fixes && { fixes: found.fixes.map((one) => ({ ...one, title: told(one.title) })) }),
  };
}
