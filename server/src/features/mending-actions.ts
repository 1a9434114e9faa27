import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { fixOf, mend, ofKind } from "../core/mend";
import { render, say } from "../core/message";
import { type Asked, editOf, problemsAt, quickFix } from "./action";
import type { Findings } from "./diagnostics";

/** Everything that is wrong in one go, as far as the model stays what it is. */
export const fixAll = `${CodeActionKind.SourceFixAll}.convlint`;

/** All that is safe to fix, until nothing is left. */
export function fixingAll(findings: Findings, asked: Asked): CodeAction[] {
  if (!asked.look || !findings.problems.some((problem) => fixOf(problem, false))) return [];
  const { edits } = mend(findings.text, asked.look);
  if (!edits.length) return [];
  return [
    {
      title: render(say`Fix all that is safe to fix`, findings.voice),
      kind: fixAll,
      edit: editOf(edits, findings, asked),
    },
  ];
}

/** What is asked for again when the action is chosen. */
interface Mending {
  readonly id: string;
  readonly unsafe: boolean;
}

/** All problems of one kind, where there are several: those that can be mended as safely as the one that is looked at. */
export function fixingAlike(findings: Findings, asked: Asked): CodeAction[] {
  const here = problemsAt(findings, asked);
  return here.flatMap((problem, i): CodeAction[] => {
    const { id } = problem;
    const unsafe = !fixOf(problem, false);
    const { length } = findings.problems.filter((one) => one.id === id && fixOf(one, unsafe));
    if (!asked.look || !fixOf(problem, true) || length < 2 || here.findIndex((one) => one.id === id) < i) return [];
    const action = quickFix(say`Fix all ${length} problems of ${id} in this file`, problem, findings, asked);
    const mending: Mending = { id, unsafe };
    if (asked.later) return [{ ...action, data: { ...asked.later.data, mending } }];
    const done = mended(action, mending, findings, asked);
    return done ? [done] : [];
  });
}

function mended(action: CodeAction, { id, unsafe }: Mending, findings: Findings, asked: Asked): CodeAction | undefined {
  const { edits } = mend(findings.text, ofKind(id, asked.look!), unsafe);
  return edits.length ? { ...action, edit: editOf(edits, findings, asked) } : undefined;
}

/** An action that was offered without its edit, with it; nothing where it is another action. */
export function mendedLater(action: CodeAction, findings: Findings, asked: Asked): CodeAction | undefined {
  const { mending } = (action.data ?? {}) as { readonly mending?: Mending };
  return mending && asked.look ? mended(action, mending, findings, asked) : undefined;
}
