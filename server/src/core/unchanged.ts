import { compare } from "./dim";
import { type Part, shapeOf } from "./flow";

/** Whether a part hands on what it reads: the same values under the same shape. */
export function changesNothing({ op, inputs, outputs }: Part): boolean {
  const [x, y] = [inputs[0] && shapeOf(inputs[0]), outputs[0]];
  if (!op?.traits.includes("view") || !keepsOrder(op.name) || !x || outputs.length !== 1 || x.length !== y?.length)
    return false;
  return x.every((size, i) => compare(size, y[i]!) === "yes");
}

/** Axes that change places leave no value where it was, though the sizes may be the same. */
const keepsOrder = (name: string): boolean => name !== "Permute" && name !== "Transpose";
