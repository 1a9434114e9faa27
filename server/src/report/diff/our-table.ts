import { countsOf, isComplete, type Model, parametersOf, stepsOf } from "../../core/analysis";
import { type Dim, isKnown } from "../../core/dim";
import type { Row } from "../../core/graph";
import { show, type Value } from "../../core/value";
import { type Printed, unknown } from "./printed-value";
import type { Line, Sums } from "./table";

/** The rows of a model as its library prints them; those of other formats as they are written. */
export const linesOf = (model: Model): readonly Line[] => model.graph.rows.map((row) => lineOf(model, row));

function lineOf(model: Model, row: Row): Line {
  const steps = stepsOf(model, row);
  const parameters = isComplete(steps) && steps.length ? parametersOf(countsOf(steps), model.graph) : Number.NaN;
  return {
    index: row.index,
    from: row.from,
    repeats: row.printed?.().repeats ?? row.repeats,
    module: row.op.slice(row.op.lastIndexOf(".") + 1),
    args: row.printed ? row.printed().args.map(printed) : writtenArgs(model, row),
    parameters: plain(parameters),
  };
}

const plain = (dim: Dim): number | undefined => (typeof dim === "number" && isKnown(dim) ? dim : undefined);

function printed(value: Value): Printed {
  switch (value.kind) {
    case "number":
    case "bool":
      return value.value;
    case "null":
      return null;
    case "text":
      return { text: value.value };
    case "list":
      return value.items.map(printed);
    case "map":
      return { code: show(value) };
    default:
      return { code: unknown };
  }
}

/** Arguments under the names they are written with; those of the layers inside a block are theirs. */
const writtenArgs = ({ graph }: Model, { nodes }: Row): readonly Printed[] =>
  nodes
    .slice(0, 1)
    .flatMap((id) => graph.nodes[id]!.args)
    .map(({ name, value }) => ({ code: name === undefined ? show(value) : `${name}: ${show(value)}` }));

export function sumsOf(
  { steps, graph }: Model,
  library?: { readonly gflops: number | null; readonly libraryLayers: number | null },
): Sums {
  const counts = isComplete(steps) ? countsOf(steps) : undefined;
  return {
    layers: library?.libraryLayers ?? undefined,
    parameters: counts && plain(parametersOf(counts, graph)),
    gradients: counts && plain(counts.trainable),
    gflops: library?.gflops ?? undefined,
  };
}
