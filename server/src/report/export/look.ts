import type { Step } from "../../core/analysis";
import type { Trait } from "../../core/op";
import type { Look } from "./graph";

/** The first that an operator has decides. */
const looks: readonly (readonly [Trait, Look])[] = [
  ["head", "head"],
  ["convolution", "convolution"],
  ["join", "join"],
  ["dense", "dense"],
  ["pooling", "pooling"],
  ["normalisation", "normalisation"],
  ["activation", "activation"],
  ["flatten", "reshape"],
  ["reshape", "reshape"],
  ["view", "reshape"],
];

export function lookOf(step: Step | undefined): Look {
  const traits = step?.spelling?.op.traits ?? [];
  const [, look] = looks.find(([trait]) => traits.includes(trait)) ?? [];
  return look ?? (step?.outcome?.calls.length ? "block" : "other");
}
