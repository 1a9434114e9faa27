import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { empty, render, say } from "../core/message";
import type { Problem } from "../core/problem";
import { type Asked, editOf, makingOf, problemsAt, quickFix } from "./action";
import type { Findings } from "./diagnostics";
import { fixAll, fixingAlike, fixingAll, mendedLater } from "./mending-actions";
import { silencedLater, silencingActions } from "./silencing-actions";

export const actionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  fixAll,
];

export function codeActions(findings: Findings, asked: Asked): CodeAction[] {
  const { only } = asked;
  return [
    ...(wants(CodeActionKind.QuickFix, only) ? quickFixes(findings, asked) : []),
    ...rewrites(findings, asked, only?.some((kind) => isBelow(kind, CodeActionKind.Refactor)) === true),
    ...(wants(fixAll, only) ? fixingAll(findings, asked) : []),
  ];
}

const usual: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.Refactor];

/** Whether a kind is among those that are wanted, or below one of them. */
export const wants = (kind: string, only = usual): boolean => only.some((wanted) => isBelow(kind, wanted));

/** All kinds are below the empty one. */
const isBelow = (kind: string, wanted: string): boolean =>
  wanted === CodeActionKind.Empty || kind === wanted || kind.startsWith(`${wanted}.`);

const quickFixes = (findings: Findings, asked: Asked): CodeAction[] => [
  ...problemsAt(findings, asked).flatMap((problem) => [
    ...fixesOf(problem, findings, asked),
    ...declarations(problem, findings, asked),
  ]),
  ...fixingAlike(findings, asked),
  ...silencingActions(findings, asked),
];

function fixesOf(problem: Problem, findings: Findings, asked: Asked): CodeAction[] {
  const fixes = problem.fixes ?? [];
  return fixes.map(({ title, edits }) => ({
    ...quickFix(title, problem, findings, asked),
    ...(fixes.length === 1 && { isPreferred: true }),
    edit: editOf(edits, findings, asked),
  }));
}

/** A name that is a class of the workspace is declared in the configuration. */
function declarations(problem: Problem, findings: Findings, asked: Asked): CodeAction[] {
  const { undeclared } = problem;
  const edit = undeclared && asked.declare?.(undeclared);
  if (!edit) return [];
  const action = quickFix(say`Declare ${undeclared.name}`, problem, findings, asked);
  return [{ ...action, ...(!problem.fixes?.length && { isPreferred: true }), edit }];
}

/** What is slow, or cannot be done and is only shown with the reason, is for those who ask for rewrites and nothing else. */
function rewrites(findings: Findings, asked: Asked, isWanted: boolean): CodeAction[] {
  const { rewrites: offered = [], later, only } = asked;
  return offered.flatMap((rewrite): CodeAction[] => {
    const { kind, title, slow, makes, say: work } = rewrite;
    if (makes && !(asked.creates && isWanted)) return [];
    if (!wants(kind, only)) return [];
    const { cannot } = rewrite;
    if (cannot) {
      const reason = render(cannot, findings.voice);
      return isWanted && asked.disables ? [{ title: render(title, findings.voice), kind, disabled: { reason } }] : [];
    }
    if (slow && !later && !isWanted) return [];
    if (later) return [{ title: render(title, findings.voice), kind, data: later.data }];
    const done = work();
    if (!done) return [];
    return [
      {
        title: render(say`${title}${done.note ?? empty}`, findings.voice),
        kind,
        edit: done.made ? makingOf(done.made, asked) : editOf(done.edits, findings, asked),
      },
    ];
  });
}

/** An action that was offered without its edit, with it. */
export function resolved(action: CodeAction, findings: Findings, asked: Asked): CodeAction {
  const known = silencedLater(action, findings, asked) ?? mendedLater(action, findings, asked);
  if (known || !action.kind || action.kind === CodeActionKind.QuickFix) return known ?? action;
  const { edit } = rewrites(findings, { ...asked, later: undefined, only: [action.kind] }, true)[0] ?? {};
  return edit ? { ...action, edit } : action;
}
