import { analyse } from "../analysis/analyse";
import { type Layers, type LibraryTotals, libraryTotals } from "../analysis/library-totals";
import { countsOf, isComplete, type Model, parametersOf } from "../core/analysis";
import type { Beside } from "../core/beside";
import type { ReadOptions } from "../core/format";
import type { Format } from "../formats/format";
import { scaleInName } from "../formats/ultralytics/scale-name";
import type { Document } from "../tree/document";
import { memories } from "./memories";

/** Versions whose count of layers leaves out modules that consist of others. */
const leafCounters: ReadonlySet<string> = new Set(["ultralytics-8.4", "ultralytics-8.3", "yolov5"]);
/** Versions in which every block makes an activation of its own. */
const activationsApart: ReadonlySet<string> = new Set(["yolov7"]);

const layersOf = (dialect: string): Layers => ({
  count: leafCounters.has(dialect) ? "leaves" : "all",
  activations: activationsApart.has(dialect) ? "own" : "shared",
});

/** What the library says of a model of a text, which is read once more for the small image that it tries. */
export function libraryOf(model: Model, format: Format, document: Document, options: ReadOptions): LibraryTotals {
  const channels = model.graph.nodes.find((node) => node.given)?.given?.[1];
  const at = (side: number): Model | undefined => {
    const input = [channels ?? 3, side, side];
    const reading = format.read(document, { ...options, input, ...(model.id !== undefined && { scale: model.id }) });
    const { models, problems } = analyse(reading, [], {}, memories);
    return problems.some(({ severity }) => severity === "error") ? undefined : models[0];
  };
  return libraryTotals(model, at, layersOf(format.id));
}

/** Counts the parameters of a model built for other classes, at one size. */
export const counter =
  (
    format: Format,
    document: Document,
    { data: _, scale, ...rest }: ReadOptions,
    path: string,
  ): NonNullable<Beside["count"]> =>
  (classes) => {
    const wanted = scale ?? scaleInName(path, format.id);
    const all = format.read(document, { ...rest, ...(classes !== undefined && { replaced: { classes } }) }).models;
    const chosen = all.find(({ id }) => id !== undefined && id === wanted) ?? all[0];
    const [model] = analyse({ models: chosen ? [chosen] : [], problems: [], comments: [] }, [], {}, memories).models;
    const parameters = model && isComplete(model.steps) && parametersOf(countsOf(model.steps), model.graph);
    if (typeof parameters !== "number" || Number.isNaN(parameters)) return undefined;
    return { parameters, ...(model!.id !== undefined && { scale: model!.id }) };
  };
