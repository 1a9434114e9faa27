import { outputsOf, type Step } from "../../core/analysis";
import { portsOf } from "../../core/axes";
import { type Dim, isKnown } from "../../core/dim";
import { numberOf } from "../../core/value";
import type { Vocabulary } from "../../core/vocabulary";

/** A size that hangs on that of the images, and what a layer says that it is. */
export interface Equation {
  readonly size: Dim;
  readonly stated: number;
  /** Which of the calls says so. */
  readonly at: number;
}

/** What layers of a run say of sizes that hang on the images. */
export function equationsIn(steps: readonly Step[], { spellings }: Vocabulary): readonly Equation[] {
  const byNode = new Map(steps.map((step) => [step.node.id, step]));
  return steps.flatMap(({ node }, at): Equation[] => {
    const spelling = spellings.get(node.op);
    const [edge] = node.inputs;
    const [port] = spelling ? portsOf(spelling.op.inputs) : [];
    const shape = edge?.node === undefined ? undefined : outputsOf(byNode.get(edge.node))?.[edge.port];
    if (!spelling || !port || !shape) return [];
    return node.args.flatMap(({ name, value }): Equation[] => {
      const [of, axis = ""] = (spelling.states[name ?? ""] ?? "").split(".");
      const stated = numberOf(value);
      const names = port.axes.split(" ");
      const index = names.indexOf(axis);
      if (of !== port.name || stated === undefined || index < 0) return [];
      const size = names[0] === "..." ? shape.at(index - names.length) : shape[index];
      return typeof size === "object" && isKnown(size) ? [{ size, stated, at }] : [];
    });
  });
}
