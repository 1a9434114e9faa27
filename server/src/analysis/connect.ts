import type { Shape } from "../core/dim";
import type { Node } from "../core/graph";
import type { Axes, Tensor } from "../core/op";
import { error, type Report } from "../core/problem";
import type { Spelling } from "../core/vocabulary";
import { guess, named } from "./axes";

/** A tensor, or several, by port. The types of operators say which; here only their names are known. */
export type Inputs = { [port: string]: any };

const many = (axes: Axes): boolean => axes.endsWith("+");

/** Names the axes of every input, or reports why they do not fit. Nothing where too little is known to infer anything. */
export function connect(
  { op }: Spelling,
  layout: "channels-first" | "channels-last",
  node: Node,
  sources: readonly (Shape | undefined)[],
  report: Report,
): Inputs | undefined {
  const ports = Object.entries(op.inputs as { readonly [port: string]: Axes });
  const open = ports.some(([, axes]) => many(axes));
  if (sources.length < ports.length || (sources.length > ports.length && !open)) {
    report(
      error(
        "wrong-arity",
        node.opSpan,
        `${node.op} takes ${ports.length}${open ? " or more" : ""} inputs, not ${sources.length}`,
      ),
    );
    return undefined;
  }
  const inputs: Inputs = {};
  let next = 0;
  for (const [port, axes] of ports) {
    const taken = many(axes) ? sources.slice(next) : [sources[next]];
    const seen: Tensor[] = [];
    for (const shape of taken) {
      const each = many(axes) ? axes.slice(0, -1) : axes;
      const tensor = shape ? named(each, shape, layout) : guess(each);
      if (tensor) seen.push(tensor);
      else if (shape)
        report(
          error(
            "wrong-rank",
            node.inputs[next]?.span ?? node.opSpan,
            `${node.op} expects ${each.split(" ").join("×")}, but its input has ${shape.length} axes`,
          ),
        );
      next++;
    }
    if (seen.length < taken.length) return undefined;
    inputs[port] = many(axes) ? seen : seen[0]!;
  }
  return inputs;
}

/** Output tensors as shapes in the order of ports. */
export const flat = <T>(
  ports: { readonly [port: string]: Axes },
  outputs: { readonly [port: string]: any },
  shape: (axes: Axes, tensor: Tensor) => T,
): T[] =>
  Object.entries(ports).flatMap(([port, axes]) =>
    many(axes) ? outputs[port].map((tensor: Tensor) => shape(axes.slice(0, -1), tensor)) : [shape(axes, outputs[port])],
  );
