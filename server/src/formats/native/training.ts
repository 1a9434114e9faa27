import type { Choice } from "../../core/format";
import type { Training } from "../../core/graph";
import { eitherOf, say } from "../../core/message";
import { nearest } from "../../core/nearest";
import { changeTo, type Problem, problem, type Report } from "../../core/problem";
import { type Entry, entriesOf, entryOf, get, isMissing, type Tree, textOf } from "../../tree/tree";
import * as choices from "./keys";
import { known } from "./validate";

const words = (choices: readonly Choice[]): readonly string[] => choices.map(({ name }) => name);
const precisions = words(choices.precisions);
const optimizers = words(choices.optimizers);
const keys = words(choices.trainingKeys);

/** What the file says of training, as far as it can be used. */
export function trainingOf(root: Tree | undefined): Training | undefined {
  const entry = entryOf(root, "training");
  const tree = entry?.value;
  if (tree?.kind !== "map") return undefined;
  const batch = get(tree, "batch_size");
  const precision = textOf(get(tree, "precision"));
  const optimizer = textOf(get(tree, "optimizer"));
  const loss = get(tree, "loss");
  return {
    span: entry!.keySpan,
    ...(isBatch(batch) && { batch_size: batch.value }),
    ...(precision !== undefined && precisions.includes(precision) && { precision }),
    ...(optimizer !== undefined && optimizers.includes(optimizer) && { optimizer }),
    ...(loss && textOf(loss) !== undefined && { loss: { value: textOf(loss)!, span: loss.span } }),
  };
}

const isBatch = (tree: Tree | undefined): tree is Tree & { readonly value: number } =>
  tree?.kind === "scalar" && typeof tree.value === "number" && Number.isInteger(tree.value) && tree.value >= 1;

export function validateTraining(training: Entry | undefined, report: Report): void {
  if (!training || isMissing(training.value)) return;
  if (training.value.kind !== "map") {
    const message = say`training is a map with ${keys.join(", ")}`;
    report(problem("wrong-argument", training.value.span, message));
    return;
  }
  known(training.value, keys, report);
  for (const entry of entriesOf(training.value)) {
    const wrong = wrongIn(entry);
    if (wrong) report(wrong);
  }
}

function wrongIn({ key, keySpan, value }: Entry): Problem | undefined {
  const span = isMissing(value) ? keySpan : value.span;
  const text = value.kind === "scalar" ? textOf(value) : `a ${value.kind}`;
  const found = text ?? "nothing";
  const allowed = key === "precision" ? precisions : key === "optimizer" ? optimizers : undefined;
  if (allowed && (value.kind !== "scalar" || text === undefined || !allowed.includes(text))) {
    const near = text === undefined ? undefined : nearest(text, allowed);
    return problem(
      "wrong-argument",
      span,
      say`${key} is ${eitherOf(allowed.map((word) => say`${word}`))}, not ${found}`,
      changeTo(near, span),
    );
  }
  if (key === "batch_size" && !isBatch(value))
    return problem("wrong-argument", span, say`batch_size is a whole number from 1, not ${found}`);
  if (key === "loss" && text === undefined)
    return problem("wrong-argument", span, say`loss is the name of a loss of the framework`);
  return undefined;
}
