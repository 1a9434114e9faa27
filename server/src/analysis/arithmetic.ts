import { type Counts, type Model, type Outcome, outputsOf, parametersOf, type Step, weightsOf } from "../core/analysis";
import { type Dim, showDim } from "../core/dim";
import { thousands } from "../core/figures";
import type { Graph } from "../core/graph";
import type { Message } from "../core/message";
import { layoutOf } from "../core/vocabulary";
import { tensorsOf } from "./axes";

/** More products than these say less than the names of the parts. */
const most = 4;

/** How the sizes of a result come about: `⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24`. */
export function ofSizes({ node, spelling, args, outcome }: Step, { graph, steps }: Model): readonly Message[] {
  if (!spelling?.op.unfold || !args || !outcome?.outputs.length) return [];
  const layout = layoutOf(spelling, args, graph.vocabulary.layout);
  const shapes = node.inputs.map((edge) => outputsOf(steps[edge.node ?? -1])?.[edge.port]);
  if (shapes.includes(undefined)) return [];
  const { op } = spelling;
  return op.unfold!(tensorsOf(op.inputs, shapes, layout), args, tensorsOf(op.outputs, outcome.outputs, layout));
}

/** How the parameters of a call come about: `3·3·1·16 + 16`, or by the parts of an operator that has many. */
export function ofParameters({ outcome, node }: Step, graph: Graph): string | undefined {
  if (!outcome || node.shares !== undefined) return undefined;
  const weights = weightsOf(outcome).filter(({ kind }) => kind !== "state" || graph.vocabulary.countsState);
  if (!weights.length) return undefined;
  if (weights.length <= most) return weights.map(({ dims }) => product([...dims].reverse())).join(" + ");
  const parts = partsOf(outcome, ({ counts }) => parametersOf(counts as Counts, graph));
  return parts.length < 2 || parts.length > most * 2 ? undefined : parts.join(" + ");
}

/** How multiply-accumulates come about: `16·30·30·1·3·3`. */
export function ofMacs({ outcome }: Step): string | undefined {
  if (!outcome) return undefined;
  if (!outcome.calls.length) return outcome.factors.length ? product(outcome.factors) : undefined;
  const parts = [
    ...partsOf(outcome, ({ macs }) => macs),
    ...(outcome.factors.length ? [product(outcome.factors)] : []),
  ];
  return parts.length < 2 || parts.length > most * 2 ? undefined : parts.join(" + ");
}

const product = (factors: readonly Dim[]): string => factors.map(factor).join("·") || "1";

const factor = (dim: Dim): string =>
  typeof dim === "number" ? thousands(showDim(dim)) : `(${thousands(showDim(dim))})`;

const partsOf = ({ calls }: Outcome, count: (call: Outcome) => Dim): readonly string[] =>
  calls.flatMap((call) => {
    const own = count(call);
    return own === 0 ? [] : [`${call.name} ${thousands(showDim(own))}`.trim()];
  });
