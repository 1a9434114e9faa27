import type { TextDocument, Uri } from "vscode";
import type { Middleware, vsdiag } from "vscode-languageclient";

/**
 * Documents that show what another one is, was or may become: an older version, a cell, what a program printed. Their
 * problems would stand in the list a second time, where nobody can mend them; all else is told of them too.
 */
const shadows: ReadonlySet<string> = new Set(["git", "gitfs", "output", "vscode-notebook-cell", "vscode-scm"]);

export const isShadow = (of: TextDocument | Uri): boolean => shadows.has("uri" in of ? of.uri.scheme : of.scheme);

const nothing = { kind: "full" as vsdiag.DocumentDiagnosticReportKind.full, items: [] };

export const withoutShadows: Middleware = {
  provideDiagnostics: (document, previous, token, next) =>
    isShadow(document) ? nothing : next(document, previous, token),
  handleDiagnostics: (uri, diagnostics, next) => next(uri, isShadow(uri) ? [] : diagnostics),
};
