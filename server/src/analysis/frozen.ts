import type { Outcome } from "../core/analysis";
import { add, mul } from "../core/dim";
import type { Weight } from "../core/op";

/** The same call, of whose weights those with these names are not trained. */
export function withFrozen<T extends Outcome>(outcome: T, names: readonly string[], prefix = ""): T {
  const weights = outcome.weights.map((weight) => (isFrozen(weight, names, prefix) ? frozen(weight) : weight));
  const calls = outcome.calls.map((inner) => withFrozen(inner, names, inner.name ? `${prefix}${inner.name}.` : prefix));
  const moved = add(
    ...weights.map((weight, i) => (weight === outcome.weights[i] ? 0 : mul(...weight.dims))),
    ...calls.map(({ counts }, i) => add(counts.frozen, mul(-1, outcome.calls[i]!.counts.frozen))),
  );
  const { trainable, frozen: before, state } = outcome.counts;
  return {
    ...outcome,
    weights,
    calls,
    counts: { trainable: add(trainable, mul(-1, moved)), frozen: add(before, moved), state },
  };
}

const frozen = (weight: Weight): Weight => ({ ...weight, kind: "frozen" });

const isFrozen = ({ name, kind }: Weight, names: readonly string[], prefix: string): boolean =>
  kind === "trainable" && names.includes(prefix + name);
