import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { diagnostics } from "../features/diagnostics";
import type { Client } from "./client";
import type { Page } from "./documents";

/** Answers of this process; another process has a start of its own. */
const start = Date.now().toString(36);
const numbers = new WeakMap<object, number>();
let last = 0;

/** The same analysis has the same name, and no other ever has it. */
function nameOf(analysis: object): string {
  const number = numbers.get(analysis) ?? ++last;
  numbers.set(analysis, number);
  return `${start}-${number}`;
}

/** The diagnostics of a document, or that they are those the client has. */
export function pull(page: Page | undefined, previous: string | undefined, client: Client): DocumentDiagnosticReport {
  if (!page?.model) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const resultId = nameOf(page.model.analysis);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return {
    kind: DocumentDiagnosticReportKind.Full,
    resultId,
    items: diagnostics(page.model, { uri: page.uri, ...client }),
  };
}
