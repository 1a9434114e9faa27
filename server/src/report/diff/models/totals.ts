import { type Figure, figure, type ModelSummary } from "../../../analysis/summarise";
import { shapeAt } from "../../../core/analysis";
import { image } from "../../../core/batch";
import { shape, shapes } from "../../numbers";
import type { Compared } from "./layer";

/** A figure of the whole model, or the shapes that it takes and gives. */
export interface Total {
  readonly name: "input" | "output" | "parameters" | "trainable" | "MACs" | "memory" | "GFLOPs" | "layers";
  readonly old: Figure;
  readonly new: Figure;
  readonly equal: boolean;
}

export function totalsOf(before: Compared, after: Compared): readonly Total[] {
  const [a, b] = [before.summary.totals, after.summary.totals];
  return [
    total("input", inputText(before.summary), inputText(after.summary)),
    total("output", outputText(before), outputText(after)),
    total("parameters", a.parameters, b.parameters),
    total("trainable", a.trainable, b.trainable),
    total("MACs", a.macs, b.macs),
    total("memory", a.activationBytes, b.activationBytes),
    // The figures of a library are there where both files are its own.
    ...(a.gflops === undefined || b.gflops === undefined ? [] : [total("GFLOPs", a.gflops, b.gflops)]),
    ...(a.libraryLayers === undefined || b.libraryLayers === undefined
      ? []
      : [total("layers", a.libraryLayers, b.libraryLayers)]),
  ];
}

const total = (name: Total["name"], old: Figure, now: Figure): Total => ({ name, old, new: now, equal: old === now });

function inputText({ input }: ModelSummary): string {
  if (input === null || Array.isArray(input)) return shape(input as Parameters<typeof shape>[0]);
  return Object.entries(input)
    .map(([name, sizes]) => `${name} ${shape(sizes)}`)
    .join(", ");
}

const outputText = ({ model }: Compared): string =>
  shapes(
    model.graph.outputs.map((edge) => {
      const found = shapeAt(model, edge);
      return found ? image(found).map(figure) : null;
    }),
  );
