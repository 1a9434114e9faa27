import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { Client } from "./client";
import type { Page } from "./documents";
import { told } from "./told";

/** Answers of this process; another process has a start of its own. */
const start = Date.now().toString(36);
const numbers = new WeakMap<object, number>();
let last = 0;

/** The same problems have the same name, and no others ever have it. */
function nameOf(found: object): string {
  const number = numbers.get(found) ?? ++last;
  numbers.set(found, number);
  return `${start}-${number}`;
}

/** The diagnostics of a document, or that they are those the client has. */
export function pull(page: Page | undefined, previous: string | undefined, client: Client): DocumentDiagnosticReport {
  if (!page?.findings) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const resultId = nameOf(page.findings.problems);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: told(page, client) };
}
