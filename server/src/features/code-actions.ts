import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Rewrite } from "../core/format";
import { empty, render, say } from "../core/message";
import type { Edit, Problem } from "../core/problem";
import type { Undeclared } from "../core/python-class";
import { diagnostic, type Findings, type Reader } from "./diagnostics";
import { rangeOf, spanOf } from "./snapshot";

/** Everything that is wrong in one go, as far as the model stays what it is. */
export const fixAll = `${CodeActionKind.SourceFixAll}.convlint`;
export const actionKinds: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAll];

export interface Asked extends Reader {
  readonly range: Range;
  /** What can be made of the text at the range. */
  readonly rewrites?: readonly Rewrite[] | undefined;
  /** What is to be worked out of an action later, when it is chosen; now, where the client cannot ask then. */
  readonly later?: { readonly data: unknown } | undefined;
  /** The edit that declares a module in the configuration, where one can be made. */
  readonly declare?: (undeclared: Undeclared) => WorkspaceEdit | undefined;
  /** Kinds that are wanted, each with all kinds below it; fixes and rewrites where nothing is said. */
  readonly only?: readonly string[];
  /** What the client shows, so that an action is linked to the very diagnostic it knows. */
  readonly shown: readonly Diagnostic[];
  /** Given where the client can refuse an edit of another version. */
  readonly version?: number;
}

export function codeActions(findings: Findings, asked: Asked): CodeAction[] {
  const { only = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] } = asked;
  const wants = (kind: string) => only.some((wanted) => isBelow(kind, wanted));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(findings, asked) : []),
    ...rewrites(findings, { ...asked, only }),
    ...(wants(fixAll) ? together(findings, asked) : []),
  ];
}

const isBelow = (kind: string, wanted: string): boolean => kind === wanted || kind.startsWith(`${wanted}.`);

function quickFixes(findings: Findings, asked: Asked): CodeAction[] {
  const { lines, problems } = findings;
  const { from, to } = spanOf(lines, asked.range);
  const here = problems.filter(({ span }) => span.from <= to && from <= span.to);
  return here.flatMap((problem) => {
    const fixes = problem.fixes ?? [];
    const fixed = fixes.map(
      ({ title, edits }): CodeAction => ({
        title: render(title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [shownAs(problem, findings, asked)],
        ...(fixes.length === 1 && { isPreferred: true }),
        edit: editOf(edits, findings, asked),
      }),
    );
    return [...fixed, ...declarations(problem, findings, asked)];
  });
}

/** A name that is a class of the workspace is declared in the configuration. */
function declarations(problem: Problem, findings: Findings, asked: Asked): CodeAction[] {
  const { undeclared } = problem;
  const edit = undeclared && asked.declare?.(undeclared);
  if (!edit) return [];
  return [
    {
      title: render(say`Declare ${undeclared.name}`),
      kind: CodeActionKind.QuickFix,
      diagnostics: [shownAs(problem, findings, asked)],
      ...(!problem.fixes?.length && { isPreferred: true }),
      edit,
    },
  ];
}

function rewrites(findings: Findings, asked: Asked): CodeAction[] {
  const { rewrites: offered = [], later, only } = asked;
  return offered.flatMap((rewrite): CodeAction[] => {
    const { title, say: work } = rewrite;
    const kind = `${CodeActionKind.RefactorRewrite}.${rewrite.kind}`;
    if (only && !only.some((wanted) => isBelow(kind, wanted))) return [];
    if (later) return [{ title: render(title), kind, data: later.data }];
    const done = work();
    if (!done) return [];
    return [{ title: render(say`${title}${done.note ?? empty}`), kind, edit: editOf(done.edits, findings, asked) }];
  });
}

/** An action that was offered without its edit, with it. */
export function resolved(action: CodeAction, findings: Findings, asked: Asked): CodeAction {
  const { edit } = rewrites(findings, { ...asked, later: undefined, only: [action.kind ?? ""] })[0] ?? {};
  return edit ? { ...action, edit } : action;
}

function shownAs(problem: Problem, { lines }: Findings, asked: Asked): Diagnostic {
  const ours = diagnostic(problem, lines, asked);
  const same = ({ code, range }: Diagnostic) =>
    code === ours.code && JSON.stringify(range) === JSON.stringify(ours.range);
  return asked.shown.find(same) ?? ours;
}

/** The best fix of each problem, where it is safe and touches nothing that another one changes. */
function together(findings: Findings, asked: Asked): CodeAction[] {
  const edits: Edit[] = [];
  for (const { fixes: [best] = [] } of findings.problems) {
    const free = best?.safe && best.edits.every((edit) => !edits.some((other) => overlap(edit, other)));
    if (free) edits.push(...best.edits);
  }
  if (!edits.length) return [];
  return [{ title: "Fix all that is safe to fix", kind: fixAll, edit: editOf(edits, findings, asked) }];
}

const overlap = ({ span: a }: Edit, { span: b }: Edit): boolean => a.from <= b.to && b.from <= a.to;

function editOf(edits: readonly Edit[], { lines }: Findings, { uri, version }: Asked): WorkspaceEdit {
  const changes = edits.map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }));
  if (version === undefined) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}
