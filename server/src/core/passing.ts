import { compare, mul } from "./dim";
import { type Part, shapeOf } from "./flow";
import { everything, negative, positive, type Range } from "./op";

/** Whether a part gives exactly what it gets, as it is built here. */
export const handsOn = ({ op, outcome }: Part): boolean =>
  op?.traits.includes("same") === true || outcome?.changesNothing === true;

/** As `handsOn`, or at the sizes that it reads here: the same values under the same shape. */
export function changesNothing({ op, inputs, outputs }: Part): boolean {
  const [x, y] = [inputs[0] && shapeOf(inputs[0]), outputs[0]];
  if (!op?.traits.includes("view") || !keepsOrder(op.name) || !x || outputs.length !== 1 || x.length !== y?.length)
    return false;
  return x.every((size, i) => compare(size, y[i]!) === "yes");
}

/** Axes that change places leave no value where it was, though the sizes may be the same. */
const keepsOrder = (name: string): boolean => name !== "Permute" && name !== "Transpose";

/** Whether a part gives all values that it gets, in whatever order and axes. */
export const laysOut = ({ op, inputs, outputs }: Part): boolean => {
  const [input] = inputs;
  const read = input?.part.outputs[input.port];
  return (
    op?.traits.includes("view") === true &&
    outputs.length === 1 &&
    read !== undefined &&
    compare(mul(...read), mul(...outputs[0]!)) === "yes"
  );
};

/** Whether a part does nothing once training is over. */
export const isRandom = ({ op }: Part): boolean => op?.chance !== undefined;

/** Whether every value that a part gives is the mean of some that it reads. */
export const averages = ({ op }: Part): boolean =>
  op !== undefined && /^(AvgPool|AdaptiveAvgPool|GlobalAveragePooling)|^Mean$/.test(op.name);

const isWithin = ({ least, most }: Range, other: Range): boolean => least >= other.least && most <= other.most;

/**
 * The activation from which a part gets its values, where these are such that it hands them on as they are. What drops
 * values makes the others larger while training, so that of their range no more is known than a sign.
 */
export function idleBehind(part: Part): Part | undefined {
  const keeps = part.op?.keeps?.(part.args);
  let at = keeps && part.inputs.length === 1 ? part.inputs[0]?.part : undefined;
  let scaled = false;
  for (; at; at = at.inputs.length === 1 ? at.inputs[0]?.part : undefined) {
    const { op, args } = at;
    if (op?.range) return isWithin(scaled ? signOf(op.range(args)) : op.range(args), keeps!) ? at : undefined;
    if (op?.chance?.loses && !op.chance.keepsVariance) scaled = true;
    else if (!handsOn(at) && !op?.traits.includes("view") && !op?.traits.includes("largest")) return undefined;
  }
  return undefined;
}

/** The range of the same values and 0, multiplied by whatever is not negative. */
const signOf = ({ least, most }: Range): Range => (least >= 0 ? positive : most <= 0 ? negative : everything);

/** Whether values in all of this range are possible as scores: neither side is cut off. */
export const isBounded = ({ least, most }: Range): boolean => Number.isFinite(least) || Number.isFinite(most);
