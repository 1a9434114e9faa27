import { type Counts, type Model, type Outcome, outputsOf, parametersOf, type Step, weightsOf } from "../core/analysis";
import { tensorsOf } from "../core/axes";
import { image } from "../core/batch";
import { type Dim, type Shape, showDim } from "../core/dim";
import { thousands } from "../core/figures";
import type { Graph } from "../core/graph";
import { receptiveFields } from "../core/receptive-field";
import { layoutOf } from "../core/vocabulary";

/** More products than these say less than the names of the parts. */
const most = 4;

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

/** How the bytes of what is handed on come about: `16·30·30·4 B`. */
export const ofMemory = (shapes: readonly Shape[], bytes: number): string =>
  shapes.map((shape) => `${product([...image(shape), bytes])} B`).join(" + ");

/**
 * How far a window widens what was seen: `5 + (3 − 1)·2`, what its input sees and its other taps times the
 * stride there. Nothing where it is not as simple, as behind branches or on sides that differ.
 */
export function ofField(step: Step, model: Model): string | undefined {
  const { node, spelling, args } = step;
  const [edge, another] = node.inputs;
  if (!spelling?.op.reach || !args || edge?.node === undefined || another) return undefined;
  const layout = layoutOf(spelling, args, model.graph.vocabulary.layout);
  const shape = outputsOf(model.steps[edge.node])?.[edge.port];
  const reach = spelling.op.reach(tensorsOf(spelling.op.inputs, [shape], layout), args);
  const sights = reach === "everything" ? [] : Object.values(reach);
  const [sight] = sights;
  if (sight?.kind !== "window" || sight.kernel === 1) return undefined;
  const fields = receptiveFields(model);
  const [before, after] = [fields.at(edge.node, edge.port), fields.at(node.id, 0)];
  const [seen, jump] = [before.receptiveField, before.effectiveStride];
  if (typeof seen !== "number" || typeof jump !== "number") return undefined;
  return seen + (sight.kernel - 1) * jump === after.receptiveField
    ? `${seen} + (${sight.kernel} − 1)·${jump}`
    : undefined;
}

const product = (factors: readonly Dim[]): string => factors.map(factor).join("·") || "1";

const factor = (dim: Dim): string =>
  typeof dim === "number" ? thousands(showDim(dim)) : `(${thousands(showDim(dim))})`;

const partsOf = ({ calls }: Outcome, count: (call: Outcome) => Dim): readonly string[] =>
  calls.flatMap((call) => {
    const own = count(call);
    return own === 0 ? [] : [`${call.name} ${thousands(showDim(own))}`.trim()];
  });
