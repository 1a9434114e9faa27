import type { Dim } from "../../server/src/core/dim";

/** The number a dimension stands for, computed from its parts and not from its text. */
export function evaluate(dim: Dim, sizes: { readonly [name: string]: number }): number {
  if (typeof dim === "number") return dim;
  let sum = 0;
  for (const { times, atoms } of dim.terms.values()) {
    const product = atoms.map(({ key, floor }) =>
      floor ? Math.floor(evaluate(floor.over, sizes) / floor.by) : sizes[key]!,
    );
    sum += product.reduce((a, b) => a * b, times);
  }
  return sum;
}
