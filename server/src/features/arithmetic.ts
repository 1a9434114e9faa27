import { type Counts, type Outcome, parametersOf, type Step, weightsOf } from "../core/analysis";
import type { Dim } from "../core/dim";
import type { Graph } from "../core/graph";
import { grouped } from "./figures";

/** More products than these say less than the names of the parts. */
const most = 4;

/** How the parameters of a call come about: `3·3·1·16 + 16`, or by the parts of an operator that has many. */
export function arithmetic({ outcome, node }: Step, graph: Graph): string | undefined {
  if (!outcome || node.shares !== undefined) return undefined;
  const weights = weightsOf(outcome).filter(({ kind }) => kind !== "state" || graph.vocabulary.countsState);
  if (!weights.length) return undefined;
  if (weights.length <= most) return weights.map(({ dims }) => [...dims].reverse().map(factor).join("·")).join(" + ");
  const parts = partsOf(outcome, graph);
  return parts.length < 2 || parts.length > most * 2 ? undefined : parts.join(" + ");
}

const factor = (dim: Dim): string => (typeof dim === "number" ? grouped(dim) : `(${grouped(dim)})`);

const partsOf = ({ calls }: Outcome, graph: Graph): readonly string[] =>
  calls.flatMap(({ name, counts }) => {
    const count = parametersOf(counts as Counts, graph);
    return count === 0 ? [] : [`${name} ${grouped(count)}`];
  });
