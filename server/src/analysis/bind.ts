import type { Arg, Node } from "../core/graph";
import { say } from "../core/message";
import { didYouMean, nearest } from "../core/nearest";
import { fillIn, isRequired, type Param } from "../core/param";
import { changeTo, problem, type Report } from "../core/problem";
import { parameterOf, type Spelling, wordFor } from "../core/vocabulary";

export type Bound = { readonly [name: string]: unknown };

/** Reads written arguments as the parameters of an operator, or reports why that cannot be done. */
export function bind(spelling: Spelling, node: Node, written: readonly Arg[], report: Report): Bound | undefined {
  const { byParam, meant } = byParameter(spelling, node, written, report);
  const args: { [name: string]: unknown } = {};
  let complete = true;
  for (const name in spelling.params) {
    const param: Param<unknown> = spelling.params[name]!;
    const arg = byParam.get(name);
    if (!arg || (arg.value.kind === "null" && param.type.optional)) {
      if (!isRequired(param)) continue;
      complete = false;
      if (meant.has(wordFor(spelling, name))) continue;
      report(
        problem("missing-argument", node.opSpan, say`${node.op} needs ${wordFor(spelling, name)}: ${param.type.label}`),
      );
      continue;
    }
    const reading = param.type.read(arg.value);
    if (reading !== "unknown" && "ok" in reading) {
      args[name] = reading.ok;
      continue;
    }
    complete = false;
    if (reading === "unknown") continue;
    const { span, expected, found } = reading.mismatch;
    report(problem("wrong-argument", span, say`${wordFor(spelling, name)} is ${expected}, not ${found}`));
  }
  return complete ? fillIn(spelling.params, args) : undefined;
}

const none: ReadonlySet<string> = new Set();

interface Sorted {
  readonly byParam: ReadonlyMap<string, Arg>;
  /** Words that somebody misspelt, so that they are not missing as well. */
  readonly meant: ReadonlySet<string>;
}

function byParameter(spelling: Spelling, node: Node, args: readonly Arg[], report: Report): Sorted {
  const byParam = new Map<string, Arg>();
  let meant = none;
  for (const arg of args) {
    const { name, nameSpan } = arg;
    // What the format fills in has no name in the text; nobody else may give it.
    const allowed = name !== undefined && !(nameSpan && spelling.implied.includes(name));
    const param = allowed ? parameterOf(spelling, name) : undefined;
    if (param !== undefined) byParam.set(param, arg);
    else if (!allowed || !isPassedOver(spelling, name)) {
      const near = name === undefined ? undefined : nearest(name, spelling.order);
      if (near !== undefined) meant = new Set([...meant, near]);
      reportUnknown(spelling, node, arg, near, report);
    }
  }
  return { byParam, meant };
}

const isPassedOver = ({ states, ignores, applies }: Spelling, name: string): boolean =>
  name in states || ignores.includes(name) || applies.includes(name);

function reportUnknown(
  { order }: Spelling,
  node: Node,
  { name, nameSpan, value }: Arg,
  near: string | undefined,
  report: Report,
): void {
  if (name === undefined) {
    const most = say`${node.op} takes at most ${order.length} arguments`;
    return report(problem("unknown-argument", value.span, most));
  }
  const message = say`${node.op} has no argument ${name}${didYouMean(near)}`;
  report(problem("unknown-argument", nameSpan ?? value.span, message, changeTo(near, nameSpan)));
}
