import type { CodeAction } from "vscode-languageserver-types";
import { say } from "../core/message";
import type { Edit, Problem } from "../core/problem";
import { type Asked, editOf, problemsAt, quickFix, type Reach } from "./action";
import type { Findings } from "./diagnostics";

/** What is asked for again when the action is chosen. */
interface Silencing {
  readonly id: string;
  readonly at: number;
  readonly reach: Reach;
}

/** Ways not to be told of the problems of a place, and to read about them. What is certainly wrong comes last. */
export function silencingActions(findings: Findings, asked: Asked): CodeAction[] {
  const isError = ({ severity }: Problem): boolean => severity === "error";
  const here = problemsAt(findings, asked);
  const ordered = [...here.filter((one) => !isError(one)), ...here.filter(isError)];
  const first = ordered.filter(({ id }, i) => ordered.findIndex((one) => one.id === id) === i);
  return [
    ...ordered.flatMap((problem) => [
      ...byComment(problem, "line", findings, asked),
      ...(first.includes(problem)
        ? [...byComment(problem, "file", findings, asked), ...inWorkspace(problem, findings, asked)]
        : []),
    ]),
    ...first.flatMap((problem) => documentation(problem, findings, asked)),
  ];
}

function byComment(problem: Problem, reach: Reach, findings: Findings, asked: Asked): CodeAction[] {
  const { id, span, idle } = problem;
  // What is told of a comment is not silenced by another.
  if (!asked.silence || idle) return [];
  const action = quickFix(
    say`Disable ${id} for this ${reach === "line" ? say`line` : say`file`}`,
    problem,
    findings,
    asked,
  );
  const silencing: Silencing = { id, at: span.from, reach };
  if (asked.later) return [{ ...action, data: { ...asked.later.data, silencing } }];
  const edits = silenced(silencing, asked);
  return edits ? [{ ...action, edit: editOf(edits, findings, asked) }] : [];
}

const silenced = ({ id, at, reach }: Silencing, { silence }: Asked): readonly Edit[] | undefined =>
  silence?.(id, at, reach);

/** An action that was offered without its edit, with it; nothing where it is another action. */
export function silencedLater(action: CodeAction, findings: Findings, asked: Asked): CodeAction | undefined {
  const { silencing } = (action.data ?? {}) as { readonly silencing?: Silencing };
  const edits = silencing && silenced(silencing, asked);
  return edits && { ...action, edit: editOf(edits, findings, asked) };
}

function inWorkspace(problem: Problem, findings: Findings, asked: Asked): CodeAction[] {
  const edit = asked.switchOff?.(problem.id);
  return edit ? [{ ...quickFix(say`Disable ${problem.id} in this workspace`, problem, findings, asked), edit }] : [];
}

function documentation(problem: Problem, findings: Findings, asked: Asked): CodeAction[] {
  const { showDocs: command } = asked;
  if (command === undefined) return [];
  const action = quickFix(say`Show documentation of ${problem.id}`, problem, findings, asked);
  return [{ ...action, command: { title: action.title, command, arguments: [`docs/rules/${problem.id}.md`] } }];
}
