import type { Span } from "./span";

export type Severity = "error" | "warning" | "information" | "hint";

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Anything found wrong in a file, by a format, an operator or a rule. */
export interface Problem {
  /** Id of the rule or constraint, which is also its page in the documentation. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  readonly fix?: Fix;
  /** The models of the file in which it holds; absent where it holds in all of them. */
  readonly scales?: readonly string[];
}

export type Report = (problem: Problem) => void;

export const error = (id: string, span: Span, message: string, fix?: Fix): Problem => ({
  id,
  severity: "error",
  span,
  message,
  ...(fix && { fix }),
});

export const replace = (title: string, span: Span, text: string): Fix => ({ title, edits: [{ span, text }] });
