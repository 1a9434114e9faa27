import { guess, named, orderOf, portsOf } from "../core/axes";
import { image } from "../core/batch";
import type { Shape } from "../core/dim";
import type { Node } from "../core/graph";
import { type Message, say } from "../core/message";
import type { Axes, Tensor } from "../core/op";
import { problem, type Report } from "../core/problem";
import type { Layout, Spelling } from "../core/vocabulary";
import type { Inputs } from "./infer";

export interface Connected {
  readonly inputs: Inputs;
  /** The number of axes of an input is unknown, so that of the outputs is too. */
  readonly vague: boolean;
}

/** Names the axes of every input, or reports why they do not fit. Nothing where too little is known to infer anything. */
export function connect(
  { op }: Spelling,
  layout: Layout,
  node: Node,
  sources: readonly (Shape | undefined)[],
  report: Report,
): Connected | undefined {
  const ports = portsOf(op.inputs);
  const least = ports.filter(({ optional }) => !optional).length;
  const most = ports.some(({ many }) => many) ? Number.POSITIVE_INFINITY : ports.length;
  // More may be read by what is still being written, or written wrong.
  if (sources.length < least && node.inputs.some(({ node: from }) => from === undefined)) return undefined;
  if (sources.length < least || sources.length > most) {
    report(problem("wrong-arity", node.opSpan, arity(node, least, most, sources.length)));
    return undefined;
  }
  const inputs: { [port: string]: Tensor | readonly Tensor[] } = {};
  let next = 0;
  let vague = false;
  for (const { name: port, axes, many } of ports) {
    const taken = sources.slice(next, many ? undefined : next + 1);
    const seen: Tensor[] = [];
    for (const shape of taken) {
      const tensor = shape ? named(axes, shape, layout) : guess(axes);
      if (!shape && axes.includes("...")) vague = true;
      if (tensor) seen.push(tensor);
      else if (shape)
        report(problem("wrong-rank", node.inputs[next]?.span ?? node.opSpan, rank(node, axes, shape, layout)));
      next++;
    }
    if (seen.length < taken.length) return undefined;
    if (many) inputs[port] = seen;
    else if (seen[0]) inputs[port] = seen[0];
  }
  return { inputs, vague };
}

function arity(node: Node, least: number, most: number, found: number): Message {
  const upTo =
    most === least
      ? say``
      : most === least + 1
        ? say` or ${most}`
        : Number.isFinite(most)
          ? say` to ${most}`
          : say` or more`;
  return say`${node.op} reads ${least}${upTo} ${most === 1 ? say`layer` : say`layers`}, but it is given ${found}`;
}

const rank = (node: Node, axes: Axes, shape: Shape, layout: Layout): Message =>
  say`${node.op} reads ${`[${withoutBatch(orderOf(axes, layout)).join(", ")}]`}, but its input is ${image(shape)}`;

const withoutBatch = (names: readonly string[]): readonly string[] => (names[0] === "N" ? names.slice(1) : names);
