import type { CheckId } from "./checks";
import { checks } from "./checks";
import { type Message, say } from "./message";
import type { Undeclared } from "./python-class";
import type { Severity } from "./severity";
import type { Span } from "./span";

export type { Severity };

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** The model computes the same, or what the text can only have meant. */
  readonly safe: boolean;
}

export interface Related {
  readonly span: Span;
  readonly message: Message;
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

/** The fix for a misspelt word. */
export const changeTo = (word: string | undefined, span: Span | undefined): Fix | undefined =>
  word === undefined || !span ? undefined : replace(say`Change to ${word}`, span, word, false);
