import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import type { Lines } from "../core/lines";
import { render, say } from "../core/message";
import type { Problem, Severity } from "../core/problem";
import type { Voice } from "../core/voice";
import { locationOf } from "./elsewhere";
import { rangeOf } from "./snapshot";

/** What the client makes of a diagnostic beyond its message. */
export interface Reader {
  readonly uri: string;
  readonly related: boolean;
  /** Fades out words that do nothing. */
  readonly fades?: boolean;
  /** Where the documentation lies; a URI that ends in a slash. */
  readonly docs?: string;
}

const severities: { readonly [S in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A text with all that is wrong in it, whether it is a model or says how models are read. */
export interface Findings {
  readonly text: string;
  readonly lines: Lines;
  readonly problems: readonly Problem[];
  /** How sentences are told to the person it is shown to; in English where nothing is said. */
  readonly voice?: Voice;
}

export const diagnostics = (findings: Findings, reader: Reader): Diagnostic[] =>
  findings.problems.map((problem) => diagnostic(problem, findings, reader));

type Where = Pick<Findings, "lines" | "voice">;

export function diagnostic(
  problem: Problem,
  { lines, voice }: Where,
  { uri, related, fades, docs }: Reader,
): Diagnostic {
  const { id, severity, span, idle, related: others = [] } = problem;
  const relatedInformation = others.map(
    ({ span, message, elsewhere }): DiagnosticRelatedInformation => ({
      location: elsewhere ? locationOf(elsewhere) : { uri, range: rangeOf(lines, span) },
      message: render(message, voice),
    }),
  );
  return {
    range: rangeOf(lines, span),
    severity: severities[severity],
    code: id,
    ...(docs !== undefined && { codeDescription: { href: `${docs}docs/rules/${id}.md` } }),
    source: "convlint",
    message: messageOf(problem, voice),
    ...(fades && idle && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && relatedInformation.length && { relatedInformation }),
  };
}

/** Where a problem does not hold at every size of the model, the message says at which. */
const messageOf = ({ message, scales }: Problem, voice?: Voice): string =>
  render(scales ? say`${message} (at ${scales.join(", ")})` : message, voice);
