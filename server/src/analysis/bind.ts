import type { Arg, Node } from "../core/graph";
import { didYouMean, nearest } from "../core/nearest";
import { fillIn, isRequired, type Param } from "../core/param";
import { error, type Report, replace } from "../core/problem";
import { parameterOf, type Spelling, wordFor } from "../core/vocabulary";

export type Bound = { [name: string]: unknown };

/** Reads written arguments as the parameters of an operator, or reports why that cannot be done. */
export function bind(spelling: Spelling, node: Node, report: Report): Bound | undefined {
  const written = byParameter(spelling, node, report);
  const args: Bound = { ...spelling.defaults };
  let complete = true;
  for (const [name, param] of Object.entries(spelling.op.params) as [string, Param<unknown>][]) {
    const arg = written.get(name),
      word = wordFor(spelling, name);
    if (!arg || (arg.value.kind === "null" && param.type.optional)) {
      if (name in args || !isRequired(param)) continue;
      report(error("missing-argument", node.opSpan, `${node.op} needs ${word}: ${param.type.label}`));
      complete = false;
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
    report(error("wrong-argument", span, `${word} is ${expected}, not ${found}`));
  }
  return complete ? fillIn(spelling.op.params, args) : undefined;
}

function byParameter(spelling: Spelling, node: Node, report: Report): ReadonlyMap<string, Arg> {
  const written = new Map<string, Arg>();
  for (const arg of node.args) {
    const { name, nameSpan } = arg;
    // What the format fills in has no name in the text; nobody else may give it.
    const allowed = name !== undefined && !(nameSpan && spelling.implied.includes(name));
    const param = allowed ? parameterOf(spelling, name) : undefined;
    if (param !== undefined) written.set(param, arg);
    else if (!allowed || !(name in spelling.states || spelling.ignores.includes(name)))
      reportUnknown(spelling, node, arg, report);
  }
  return written;
}

function reportUnknown({ order }: Spelling, node: Node, { name, nameSpan, value }: Arg, report: Report): void {
  if (name === undefined)
    return report(error("unknown-argument", value.span, `${node.op} takes at most ${order.length} arguments`));
  const near = nearest(name, order);
  report(
    error(
      "unknown-argument",
      nameSpan ?? value.span,
      `${node.op} has no parameter ${name}${didYouMean(near)}`,
      near !== undefined && nameSpan ? replace(`Change to ${near}`, nameSpan, near) : undefined,
    ),
  );
}
