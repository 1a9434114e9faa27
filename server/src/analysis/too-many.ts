import type { Arg, Node } from "../core/graph";
import { say } from "../core/message";
import { type Fix, type Problem, problem, withFixes } from "../core/problem";
import type { Span } from "../core/span";
import { show, type Value } from "../core/value";
import { parameterOf, type Spelling } from "../core/vocabulary";

/** Says that a call by position has more arguments than there are positions: one mistake, however many they are. */
export function tooMany(node: Node, spelling: Spelling, written: readonly Arg[], surplus: readonly Arg[]): Problem {
  const { order } = spelling;
  const values = written.slice(0, order.length + surplus.length).map(({ value }) => value);
  const all = across(values);
  const list: Value = { kind: "list", items: values, span: all };
  const [word] = order;
  const param = order.length === 1 ? spelling.params[parameterOf(spelling, word!) ?? ""] : undefined;
  const reading = param?.type.read(list);
  if (reading && reading !== "unknown" && "ok" in reading) {
    const message = say`${node.op} takes one list, ${word!}: write [${show(list)}]`;
    return withFixes(problem("unknown-argument", all, message), [nested(all)]);
  }
  const takes = order.length ? say`${node.op} takes ${order.join(", ")}` : say`${node.op} takes no arguments`;
  const given = values.length === 1 ? say`1 is given` : say`${values.length} arguments are given`;
  const rest = across(surplus.map(({ value }) => value));
  const last = values[order.length - 1];
  return withFixes(problem("unknown-argument", rest, say`${takes}, but ${given}`), [
    last && {
      title:
        surplus.length === 1 ? say`Take out the last argument` : say`Take out the last ${surplus.length} arguments`,
      edits: [{ span: { from: last.span.to, to: rest.to }, text: "" }],
      safe: false,
    },
  ]);
}

const across = (values: readonly Value[]): Span => ({ from: values[0]!.span.from, to: values.at(-1)!.span.to });

const nested = ({ from, to }: Span): Fix => ({
  title: say`Write them as one list`,
  edits: [
    { span: { from, to: from }, text: "[" },
    { span: { from: to, to }, text: "]" },
  ],
  safe: false,
});
