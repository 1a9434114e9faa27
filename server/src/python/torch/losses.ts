import { compare, type Shape } from "../../core/dim";
import { say } from "../../core/message";
import { Fault } from "../fault";
import { type Arguments, type Given, isKind, type Native, native, type Tensor, unknown, type Value } from "../values";
import { isOther, noTensor } from "./binding";

interface Pair {
  readonly name: string;
  readonly input: Given & { readonly value: Tensor };
  readonly scores: Shape;
  readonly targets: Shape;
}

/** Those that have one target for each row of scores, or one row of targets. */
const classes = (pair: Pair): void => {
  const { scores, targets } = pair;
  if (!targets.length || scores.length < 2) return;
  if (compare(scores[0]!, targets[0]!) === "no") throw otherBatch(pair);
  const [images, , ...places] = scores;
  if (targets.length === scores.length - 1) mustEqual(pair, [images!, ...places], targets);
  else mustEqual(pair, scores, targets);
};

/** Those that compare value with value. */
const values = (pair: Pair): void => mustEqual(pair, pair.scores, pair.targets);

/** Those that also compare one value with many. */
const stretched = (pair: Pair): void => {
  const { scores, targets } = pair;
  for (let i = 1; i <= Math.min(scores.length, targets.length); i++) {
    const [a, b] = [scores.at(-i)!, targets.at(-i)!];
    if (compare(a, b) === "no" && compare(a, 1) === "no" && compare(b, 1) === "no") throw unlike(pair);
  }
};

function mustEqual(pair: Pair, wanted: Shape, targets: Shape): void {
  const isLike = wanted.length === targets.length && wanted.every((dim, i) => compare(dim, targets[i]!) !== "no");
  if (!isLike) throw unlike(pair);
}

function otherBatch({ name, input, scores, targets }: Pair): Fault {
  const message = say`${name} compares ${scores[0]!} rows of scores with ${targets[0]!} targets`;
  return new Fault("ValueError", { id: "batch-changed", message, span: input.span, from: input.value });
}

function unlike({ name, input, scores, targets }: Pair): Fault {
  const message = say`${name} cannot compare ${scores} with targets of ${targets}`;
  return new Fault("ValueError", { id: "loss-sizes-agree", message, span: input.span, from: input.value });
}

const checks: { readonly [name: string]: (pair: Pair) => void } = {
  cross_entropy: classes,
  nll_loss: classes,
  binary_cross_entropy: values,
  binary_cross_entropy_with_logits: values,
  mse_loss: stretched,
  l1_loss: stretched,
  smooth_l1_loss: stretched,
  huber_loss: stretched,
};

/** A loss is one number, unless it is asked for one of every pair. */
const loss = (name: string): Native =>
  native(name, (given, run) => {
    const pair = pairOf(name, given);
    if (pair) checks[name]?.(pair);
    const reduction = given.named.get("reduction")?.value ?? "mean";
    return run.tensor(given.open || (reduction !== "mean" && reduction !== "sum") ? undefined : [], given);
  });

function pairOf(name: string, { positional, named }: Arguments): Pair | undefined {
  const input = positional[0] ?? named.get("input");
  const target = positional[1] ?? named.get("target");
  if (input && (input.value === null || isOther(input.value))) throw noTensor(name, input.value);
  const [scores, targets] = [shapeOf(input?.value), shapeOf(target?.value)];
  if (!input || !scores || !targets || !isKind(input.value, "tensor")) return undefined;
  return { name, input: { ...input, value: input.value }, scores, targets };
}

const shapeOf = (value: Value | undefined): Shape | undefined =>
  value !== undefined && isKind(value, "tensor") ? value.shape : undefined;

const names = (
  "cross_entropy nll_loss mse_loss l1_loss smooth_l1_loss huber_loss kl_div binary_cross_entropy " +
  "binary_cross_entropy_with_logits triplet_margin_loss cosine_embedding_loss ctc_loss poisson_nll_loss"
).split(" ");

export const losses: readonly Native[] = names.map(loss);

/** Classes whose instances do what a function does. */
const classesOf: { readonly [name: string]: string } = {
  CrossEntropyLoss: "cross_entropy",
  NLLLoss: "nll_loss",
  MSELoss: "mse_loss",
  L1Loss: "l1_loss",
  SmoothL1Loss: "smooth_l1_loss",
  HuberLoss: "huber_loss",
  BCELoss: "binary_cross_entropy",
  BCEWithLogitsLoss: "binary_cross_entropy_with_logits",
};

/** What makes an instance gives what is called with it. */
export const lossClasses: readonly (readonly [string, Native])[] = Object.entries(classesOf).map(([cls, name]) => [
  cls,
  native(cls, (made) =>
    native(cls, (given, run) => {
      const one = losses.find((other) => other.name === name)!;
      const named = made.named.get("reduction");
      const pair = pairOf(cls, given);
      if (pair) checks[name]?.({ ...pair, name: cls });
      if (!pair) return unknown;
      return one.call({ ...given, ...(named && { named: new Map([...given.named, ["reduction", named]]) }) }, run);
    }),
  ),
]);
