import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Made, Rewrite } from "../core/format";
import type { Look } from "../core/mend";
import { type Message, render } from "../core/message";
import type { Edit, Problem } from "../core/problem";
import type { Undeclared } from "../core/python-class";
import { diagnostic, type Findings, type Reader } from "./diagnostics";
import { rangeOf, spanOf } from "./snapshot";

/** How much of a text is not to be told of something: one line, or all of it. */
export type Reach = "line" | "file";

export interface Asked extends Reader {
  readonly range: Range;
  /** What can be made of the text at the range. */
  readonly rewrites?: readonly Rewrite[] | undefined;
  /** What is to be worked out of an action later, when it is chosen; now, where the client cannot ask then. */
  readonly later?: { readonly data: object } | undefined;
  /** The edit that declares a module in the configuration, where one can be made. */
  readonly declare?: (undeclared: Undeclared) => WorkspaceEdit | undefined;
  /** The comment that silences an id at a place, where comments can. */
  readonly silence?: ((id: string, at: number, reach: Reach) => readonly Edit[] | undefined) | undefined;
  /** The edit of the configuration that switches an id off, where one can be made. */
  readonly switchOff?: ((id: string) => WorkspaceEdit | undefined) | undefined;
  /** How a text is judged while it is mended; without it nothing is mended as a whole. */
  readonly look?: Look | undefined;
  /** The client's own command that shows a page of the documentation. */
  readonly showDocs?: string;
  /** The client shows what cannot be done, with the reason. */
  readonly disables?: boolean;
  /** The client carries out an edit that makes a file. */
  readonly creates?: boolean;
  /** Kinds that are wanted, each with all kinds below it; fixes and rewrites where nothing is said. */
  readonly only?: readonly string[];
  /** What the client shows, so that an action is linked to the very diagnostic it knows. */
  readonly shown: readonly Diagnostic[];
  /** Given where the client can refuse an edit of another version. */
  readonly version?: number;
}

/** More of them in one place are no list that anybody reads. */
const mostAtOnce = 20;

export function problemsAt({ lines, problems }: Findings, { range }: Asked): readonly Problem[] {
  const { from, to } = spanOf(lines, range);
  return problems.filter(({ span }) => span.from <= to && from <= span.to).slice(0, mostAtOnce);
}

/** A quick fix for a problem. */
export const quickFix = (title: Message, problem: Problem, findings: Findings, asked: Asked): CodeAction => ({
  title: render(title, findings.voice),
  kind: CodeActionKind.QuickFix,
  diagnostics: [shownAs(problem, findings, asked)],
});

function shownAs(problem: Problem, findings: Findings, asked: Asked): Diagnostic {
  const ours = diagnostic(problem, findings, asked);
  const same = ({ code, range }: Diagnostic) =>
    code === ours.code && JSON.stringify(range) === JSON.stringify(ours.range);
  return asked.shown.find(same) ?? ours;
}

export function editOf(
  edits: readonly Edit[],
  { lines }: Pick<Findings, "lines">,
  { uri, version }: Pick<Asked, "uri" | "version">,
): WorkspaceEdit {
  const changes = edits.map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }));
  if (version === undefined) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** A new file beside the one that is looked at. */
export function makingOf({ name, text }: Made, { uri }: Asked): WorkspaceEdit {
  const made = uri.slice(0, uri.lastIndexOf("/") + 1) + encodeURIComponent(name);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri: made, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri: made, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}
