import type { Model } from "../core/analysis";
import { compare } from "../report/diff/compare";
import type { Comparison, Side } from "../report/diff/comparison";
import { keptWeights } from "../report/diff/kept-weights";
import { linesOf, sumsOf } from "../report/diff/our-table";
import { type Options, type Understood, understand } from "../service";
import type { Source } from "./diff-sources";
import { UsageError } from "./usage";

type Asked = readonly [Source, Options];

/** Two model files, each at the size that is asked for, else at that of its name, else at the first. */
export function compareModels(old: Asked, now: Asked): Comparison {
  const [before, after] = [understoodOf(old), understoodOf(now)];
  const [one, other] = [chosenIn(before), chosenIn(after)];
  const sums = [sumsOf(one, before.library?.(one)), sumsOf(other, after.library?.(other))] as const;
  const kept = keptWeights(one, other);
  return {
    old: sideOf(old, before, one),
    new: sideOf(now, after, other),
    difference: compare(linesOf(one), linesOf(other), sums),
    ...(kept && { kept }),
    notes: [],
  };
}

function understoodOf([{ path, name, text }, options]: Asked): Understood {
  const understood = understand(path, text, options);
  if (understood?.analysis.models.length) return understood;
  throw new UsageError(`${name}: this is a model in no format that is known`);
}

const chosenIn = ({ analysis: { models }, scale }: Understood): Model =>
  models.find(({ id }) => id === scale) ?? models[0]!;

const sideOf = ([{ name }]: Asked, { format }: Understood, { id, graph }: Model): Side => ({
  file: name,
  rows: graph.rows.length,
  format,
  ...(id !== undefined && { scale: id }),
});
