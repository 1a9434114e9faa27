import { isKind, type Tensor, type Value } from "../values";
import { isNumber } from "./sizes";

/** A tensor of which some axes have changed places: where each stands in memory. Of anything else nothing is said. */
export function moved(result: Value, from: Tensor, order: readonly number[], isPacked: boolean): Value {
  return isPacked && isKind(result, "tensor") && from.shape?.every(isNumber) ? { ...result, order } : result;
}

/** Whether the values can be seen in another shape where they lie, as PyTorch decides it. */
export function isViewable({ shape, order }: Tensor, sizes: readonly number[]): boolean {
  const old = shape as readonly number[];
  const to = filledIn(sizes, old);
  const strides = stridesOf(old, order!);
  let left = to.length - 1;
  let [step, count, taken] = [strides.at(-1)!, 1, 1];
  for (let axis = old.length - 1; axis >= 0; axis--) {
    count *= old[axis]!;
    const goesOn = axis > 0 && (old[axis - 1] === 1 || strides[axis - 1] === count * step);
    if (goesOn) continue;
    while (left >= 0 && (taken < count || to[left] === 1)) taken *= to[left--]!;
    if (taken !== count) return false;
    [step, count, taken] = [strides[axis - 1] ?? 1, 1, 1];
  }
  return left === -1;
}

/** How far apart neighbours on each axis lie. */
function stridesOf(shape: readonly number[], order: readonly number[]): readonly number[] {
  const strides = shape.map(() => 1);
  const places = [...order.keys()].sort((a, b) => order[b]! - order[a]!);
  let step = 1;
  for (const place of places) {
    strides[place] = step;
    step *= shape[place]!;
  }
  return strides;
}

const product = (sizes: readonly number[]): number => sizes.reduce((all, one) => all * one, 1);

const filledIn = (sizes: readonly number[], old: readonly number[]): readonly number[] =>
  sizes.map((size) => (size === -1 ? product(old) / Math.abs(product(sizes)) : size));
