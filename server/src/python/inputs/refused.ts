import { outputsOf } from "../../core/analysis";
import type { Dim } from "../../core/dim";
import type { Edge } from "../../core/graph";
import { evaluate } from "../../core/period";
import type { Machine } from "../run/machine";
import type { Rerun } from "./rerun";

/**
 * Whether images of a size are refused by the same call as others were, told without another run: from a run for images
 * of any size that comes to that call on the same way, by the shapes that arrive there.
 */
export function refusing(machine: Machine, failed: Rerun, any: Rerun): (side: number) => boolean {
  const last = failed.steps.length - 1;
  const node = any.steps[last]?.node;
  const isAlike = (i: number): boolean => wayTo(failed, i, i === last) === wayTo(any, i, i === last);
  if (!node || !failed.steps.every((_, i) => isAlike(i))) return () => false;
  // What Python refuses whatever the size is refused; operators read shapes.
  if (!failed.fault?.problem) return () => failsAlike(any, failed) && !any.fault?.problem;
  const shapes = node.inputs.map(({ node: id, port }) => {
    const step = id === undefined ? undefined : id < any.from ? machine.trace.steps[id] : any.steps[id - any.from];
    return outputsOf(step)?.[port];
  });
  return (side) => {
    const at = (dim: Dim): Dim => evaluate(dim, side);
    return machine.trace.refuses(
      node,
      shapes.map((shape) => shape?.map(at)),
    );
  };
}

/** Whether two runs fail at the same call of the same place. */
export function failsAlike({ fault: one, steps, exhausted }: Rerun, { fault: other, steps: others }: Rerun): boolean {
  if (!one || !other || exhausted) return false;
  const [at, beside] = [one.stack[0], other.stack[0]];
  const isSame = one.type === other.type && at?.from === beside?.from && at?.to === beside?.to;
  return isSame && steps.length === others.length;
}

/** A call with what it reads, by what is the same in two runs, and with its arguments, which may hang on the images. */
function wayTo({ steps, from }: Rerun, at: number, isLast: boolean): string {
  const { op, opSpan, inputs, args } = steps[at]!.node;
  const read = ({ node = -1, port }: Edge): string => `${node < from ? node : `+${node - from}`}.${port}`;
  const told = isLast ? JSON.stringify(args.map(({ value }) => value)) : "";
  return `${op} ${opSpan.from} ${inputs.map(read).join(" ")} ${told}`;
}
