import type { Edge, Guard, Node, Row } from "../../core/graph";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem } from "../../core/problem";
import type { Value } from "../../core/value";
import type { Draft, Place } from "./draft";
import type { Item } from "./item";
import type { Scope } from "./scope";

/** A node, and one more for each argument that names an operator which is applied to the result. */
export function operator({ op, span, opSpan, args }: Item, row: Draft, inputs: readonly Edge[], place: Place): Edge {
  const { nodes, vocabulary, guards, training } = place;
  const common = { label: row.label, span, row, ...(guards.length && { guards }), ...(training && { training }) };
  const put = (node: Pick<Node, "op" | "opSpan" | "inputs" | "args">): Edge => {
    const id = nodes.length;
    nodes.push({ id, ...common, ...node });
    row.nodes.push(id);
    return { node: id, port: 0 };
  };
  let result = put({ op, opSpan, inputs, args });
  for (const { name, value } of args) {
    if (value.kind !== "text" || name === undefined || !vocabulary.spellings.get(op)?.applies.includes(name)) continue;
    const word = vocabulary.activations?.has(value.value) ? vocabulary.activations.get(value.value) : value.value;
    if (word !== undefined) result = put({ op: word, opSpan: value.span, inputs: [result], args: [] });
  }
  return result;
}

/** What stands for a layer whose presence only inference can decide. */
export function choice(
  row: Draft,
  guard: Guard,
  edge: Edge,
  otherwise: Edge | undefined,
  { nodes, guards }: Place,
): Edge {
  const id = nodes.length;
  const inputs = [edge, otherwise ?? { port: 0 }];
  nodes.push({
    id,
    label: row.label,
    op: "",
    span: row.span,
    opSpan: row.opSpan,
    row,
    inputs,
    args: [],
    either: guard,
    guards,
  });
  row.nodes.push(id);
  return { node: id, port: 0 };
}

/** The weights of another layer, node by node. */
export function share(weights: Value, row: Draft, scope: Scope, { nodes, report }: Place): void {
  const name = weights.kind === "text" ? weights.value : undefined;
  const source = name === undefined ? undefined : scope.rows.get(name);
  if (!source) {
    const near = name === undefined ? undefined : nearest(name, scope.rows.keys());
    const message = say`weights names a layer above, whose weights this one uses${didYouMean(near)}`;
    return report(problem("unknown-layer", weights.span, message, changeTo(near, weights.span)));
  }
  const theirs = nodesIn(source);
  const own = nodesIn(row);
  if (theirs.length !== own.length || own.some((id, i) => nodes[id]!.op !== nodes[theirs[i]!]!.op))
    return report(
      problem("wrong-argument", weights.span, say`${name!} is ${source.op}, whose weights do not fit ${row.op}`),
    );
  own.forEach((id, i) => {
    nodes[id] = { ...nodes[id]!, shares: theirs[i]! };
  });
}

const nodesIn = (row: Row): readonly number[] => [...row.nodes, ...row.rows.flatMap(nodesIn)];
