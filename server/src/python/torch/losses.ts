import { compare } from "../../core/dim";
import { say } from "../../core/message";
import { Fault } from "../fault";
import { type Arguments, isKind, type Native, native, type Tensor, type Value } from "../values";

/** Those that have one target for each row of scores, or one row of targets. */
const paired: ReadonlySet<string> = new Set(["cross_entropy", "nll_loss"]);

/** A loss is one number, unless it is asked for one of every pair. */
const loss = (name: string): Native =>
  native(name, (given, run) => {
    if (paired.has(name)) mustPair(name, given);
    const reduction = given.named.get("reduction")?.value ?? "mean";
    return run.tensor(given.open || (reduction !== "mean" && reduction !== "sum") ? undefined : [], given);
  });

function mustPair(name: string, { positional, named }: Arguments): void {
  const input = positional[0] ?? named.get("input");
  const target = positional[1] ?? named.get("target");
  const [scores, targets] = [shapeOf(input?.value), shapeOf(target?.value)];
  if (!input || !scores || !targets?.length || scores.length < 2) return;
  const [rows, wanted] = [scores[0]!, targets[0]!];
  if (compare(rows, wanted) !== "no") return;
  const message = say`${name} compares ${rows} rows of scores with ${wanted} targets`;
  const from = { from: input.value as Tensor };
  throw new Fault("ValueError", { id: "batch-changed", message, span: input.span, ...from });
}

const shapeOf = (value: Value | undefined) =>
  value !== undefined && isKind(value, "tensor") ? value.shape : undefined;

export const losses: readonly Native[] = (
  "cross_entropy nll_loss mse_loss l1_loss smooth_l1_loss huber_loss kl_div binary_cross_entropy " +
  "binary_cross_entropy_with_logits triplet_margin_loss cosine_embedding_loss ctc_loss poisson_nll_loss"
)
  .split(" ")
  .map(loss);
