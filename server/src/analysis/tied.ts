import type { Outcome } from "../core/analysis";
import { add, mul } from "../core/dim";

/** The same call without the weights of these names, which count elsewhere. */
export function withoutTied(outcome: Outcome, names: readonly string[]): Outcome {
  const isTied = ({ name }: { readonly name: string }): boolean => names.includes(name);
  const { counts, weights } = outcome;
  const less = (kind: keyof typeof counts) =>
    add(counts[kind], ...weights.filter((one) => one.kind === kind && isTied(one)).map(({ dims }) => mul(-1, ...dims)));
  return {
    ...outcome,
    weights: weights.filter((one) => !isTied(one)),
    counts: { trainable: less("trainable"), frozen: less("frozen"), state: counts.state },
  };
}
