import { type Dim, type Shape, unknown } from "../core/dim";
import type { Axes, Tensor } from "../core/op";
import type { Layout } from "../core/vocabulary";

const order = (axes: Axes, layout: Layout): readonly string[] => {
  const names = axes.split(" ");
  return layout === "channels-last" && names[1] === "C" ? [names[0]!, ...names.slice(2), "C"] : names;
};

/** Names the axes of a shape, or nothing where it has another number of them. */
export function named(axes: Axes, shape: Shape, layout: Layout): Tensor | undefined {
  if (axes === "*") return shape;
  const names = order(axes, layout);
  if (names.length !== shape.length) return undefined;
  const tensor: { [axis: string]: Dim } = {};
  names.forEach((name, i) => (tensor[name] = shape[i]!));
  return tensor;
}

/** A tensor of which only the number of axes is known, if that. */
export const guess = (axes: Axes): Tensor | undefined =>
  axes === "*" ? undefined : Object.fromEntries(axes.split(" ").map((name) => [name, unknown]));

/** The inverse of `named`: a shape in memory order. */
export function ordered(axes: Axes, tensor: Tensor, layout: Layout): Shape {
  if (axes === "*") return tensor as Shape;
  return order(axes, layout).map((name) => (tensor as { readonly [axis: string]: Dim })[name]!);
}
