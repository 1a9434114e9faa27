import { image } from "../core/batch";
import type { Shape } from "../core/dim";
import type { Node } from "../core/graph";
import { type Message, say } from "../core/message";
import type { Axes, Tensor } from "../core/op";
import { problem, type Report } from "../core/problem";
import type { Layout, Spelling } from "../core/vocabulary";
import { guess, named, orderOf, portsOf } from "./axes";
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
  const open = ports.some(({ many }) => many);
  if (sources.length < ports.length || (sources.length > ports.length && !open)) {
    report(problem("wrong-arity", node.opSpan, arity(node, ports.length, open, sources.length)));
    return undefined;
  }
  const inputs: { [port: string]: Tensor | readonly Tensor[] } = {};
  let next = 0;
  let vague = false;
  for (const { name: port, axes, many } of ports) {
    const taken = many ? sources.slice(next) : [sources[next]];
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
    inputs[port] = many ? seen : seen[0]!;
  }
  return { inputs, vague };
}

const arity = (node: Node, wanted: number, open: boolean, found: number): Message =>
  say`${node.op} reads ${wanted}${open ? " or more" : ""} ${wanted === 1 && !open ? "layer" : "layers"}, but it is given ${found}`;

const rank = (node: Node, axes: Axes, shape: Shape, layout: Layout): Message =>
  say`${node.op} reads ${`[${withoutBatch(orderOf(axes, layout)).join(", ")}]`}, but its input is ${image(shape)}`;

const withoutBatch = (names: readonly string[]): readonly string[] => (names[0] === "N" ? names.slice(1) : names);
