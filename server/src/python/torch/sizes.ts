import type { Dim, Shape } from "../../core/dim";
import type { Span } from "../../core/span";
import type { Value as Written } from "../../core/value";
import { coreValue } from "../core-value";
import { type Arguments, dimOf, type Given, isKind, type Run, type Value } from "../values";

/** `view(2, 3)` and `view((2, 3))` are the same: the sizes with their places, where they are known to be all. */
export function sizesGiven(given: readonly Given[], run: Run): readonly Given[] | undefined {
  const [first] = given;
  if (given.length !== 1 || !first || dimOf(first.value) !== undefined) return given;
  const { value, span } = first;
  if (typeof value !== "object" || value === null || isKind(value, "float")) return given;
  const items = isKind(value, "unknown") ? undefined : run.items(value);
  return items?.some((item) => isKind(item, "starred")) ? undefined : items?.map((item) => ({ value: item, span }));
}

export const listOf = (sizes: readonly Given[], span: Span): Written => ({
  kind: "list",
  items: sizes.map(({ value, span: at }) => coreValue(value, at)),
  span,
});

/** Sizes of a tensor that is made; raises where one is a float or negative, as torch does. */
export function shapeOf(sizes: readonly Given[] | undefined, run: Run): Shape | undefined {
  if (sizes?.some(({ value }) => isKind(value, "float") || typeof value === "string" || value === null))
    run.raise("TypeError");
  const dims = sizes?.map(({ value }) => dimOf(value) ?? Number.NaN);
  if (dims?.some((dim) => typeof dim === "number" && dim < 0)) run.raise("RuntimeError");
  return dims;
}

/** Axes that may be counted from the last; nothing for one that is not there. */
export const axisIn = (axis: number, rank: number): number | undefined =>
  axis >= -rank && axis < rank ? (axis + rank) % rank : undefined;

export const axesGiven = (value: Value | undefined): readonly number[] | undefined => {
  if (typeof value === "number") return [value];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || (value.kind !== "tuple" && value.kind !== "list")) return undefined;
  return value.items.every((item) => typeof item === "number") ? (value.items as readonly number[]) : undefined;
};

export const sizesIn = (value: Value | undefined, run: Run): Shape | undefined =>
  value === undefined ? undefined : shapeOf(sizesGiven([{ value, span: { from: 0, to: 0 } }], run), run);

export const at = (given: Arguments, index: number): Value | undefined => given.positional[index]?.value;

export const isNumber = (dim: Dim | undefined): dim is number => typeof dim === "number" && !Number.isNaN(dim);
