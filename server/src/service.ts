import { analyse } from "./analysis/analyse";
import type { Memories } from "./analysis/infer-graph";
import { type Layers, type LibraryTotals, libraryTotals } from "./analysis/library-totals";
import { type Analysis, countsOf, isComplete, type Model, parametersOf } from "./core/analysis";
import type { Beside } from "./core/beside";
import type { Place, ReadOptions, Rewrite } from "./core/format";
import type { Message } from "./core/message";
import type { Severities } from "./core/severity";
import type { Vocabulary } from "./core/vocabulary";
import { applied, misses } from "./edits/compare";
import type { Conversion } from "./edits/conversion";
import { convert } from "./edits/convert";
import type { Format } from "./formats/format";
import { recognise } from "./formats/index";
import { native } from "./formats/native/index";
import { scaleInName } from "./formats/ultralytics/scale-name";
import { rules } from "./rules/index";
import type { Document } from "./tree/document";
import { fromPlain } from "./tree/plain";
import { entryOf } from "./tree/tree";
import { vocabularies } from "./vocabularies/index";

/** From one version of a file to the next nearly all calls are equal, and so they are from file to file. */
const memories: Memories = new Map();

/** What the configuration, the command line or the editor say about one file. */
export interface Options extends Pick<ReadOptions, "input" | "scale" | "classes" | "data" | "modules"> {
  readonly dialect?: string;
  readonly severities?: Severities;
}

/** One version of one file, as far as it can be understood. */
export interface Understood {
  /** The id of the format, which for Ultralytics files is the dialect. */
  readonly format: string;
  readonly analysis: Analysis;
  /** Of several sizes of the model the one that its name asks for, else the first. */
  readonly scale?: string;
  /** What a person at an offset is writing. */
  place(offset: number): Place | undefined;
  /** The model in the words of other frameworks; of the native format alone. */
  readonly rewrites?: readonly Rewrite[];
  /** What the library that reads such files says of a model, by its own conventions; absent for the native format. */
  library?(model: Model): LibraryTotals;
}

/** Reads and analyses a text; nothing where it is no model in a known format. */
export function understand(path: string, text: string, options: Options = {}): Understood | undefined {
  const found = recognise(path, text, options.dialect);
  if (!found) return undefined;
  const { format, document, pinned } = found;
  const data = options.data && { data: { ...options.data, count: counter(format, document, options, path) } };
  const reading = format.read(document, { ...options, ...data, pinned });
  const analysis = analyse(reading, rules, options.severities, memories);
  const scale = scaleOf(path, analysis);
  return {
    format: format.id,
    analysis,
    ...(scale !== undefined && { scale }),
    place: (offset) => format.place(document, offset, options),
    ...(format === native && { rewrites: rewritesOf(path, document, analysis) }),
    ...(format !== native && { library: (model: Model) => libraryOf(model, format, document, options) }),
  };
}

/**
 * A model of the native format in the words of another framework. What comes out is read and compared: a layer
 * that would not give the same shape and count there stays as it is. Nothing where the file is no such model.
 */
export function inWordsOf(framework: string, path: string, text: string): Conversion | undefined {
  const found = recognise(path, text);
  const to = vocabularies.find(({ id }) => id === framework);
  const model = found && to && understand(path, text)?.analysis.models[0];
  return model && found.format.id === native.id && model.graph.vocabulary !== to
    ? conversionOf(path, found.document, model, to)
    : undefined;
}

function conversionOf(path: string, document: Document, model: Model, to: Vocabulary): Conversion {
  const leave = new Map<number, Message>();
  for (;;) {
    const conversion = convert(document, model, to, /\.json$/i.test(path), leave);
    const after = understand(path, applied(document.text, conversion.edits))?.analysis;
    const wrong = [...(after ? misses(model, after, conversion.places, to) : [])].filter(([at]) => !leave.has(at));
    if (!wrong.length) return conversion;
    for (const [at, why] of wrong) leave.set(at, why);
  }
}

/** Offered where the framework stands, or where it would stand. */
function rewritesOf(path: string, document: Document, { models }: Analysis): readonly Rewrite[] {
  const [model] = models;
  const keys = ["framework", "input", "inputs"].map((key) => entryOf(document.root, key));
  const written = keys.find((entry) => entry !== undefined);
  if (!model || !written) return [];
  const { keySpan, value } = written;
  const at = written === keys[0] ? { from: keySpan.from, to: Math.max(keySpan.to, value.span.to) } : keySpan;
  return vocabularies
    .filter((to) => to !== model.graph.vocabulary)
    .map((to) => ({ framework: to.title, at, say: () => conversionOf(path, document, model, to) }));
}

/** Versions whose count of layers leaves out modules that consist of others. */
const leafCounters: ReadonlySet<string> = new Set(["ultralytics-8.4", "ultralytics-8.3", "yolov5"]);
/** Versions in which every block makes an activation of its own. */
const activationsApart: ReadonlySet<string> = new Set(["yolov7"]);

const layersOf = (dialect: string): Layers => ({
  count: leafCounters.has(dialect) ? "leaves" : "all",
  activations: activationsApart.has(dialect) ? "own" : "shared",
});

function libraryOf(model: Model, format: Format, document: Document, options: Options): LibraryTotals {
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
const counter =
  (
    format: Format,
    document: Document,
    { data: _, scale, ...rest }: Options,
    path: string,
  ): NonNullable<Beside["count"]> =>
  (classes) => {
    const wanted = scale ?? scaleInName(path);
    const all = format.read(document, { ...rest, ...(classes !== undefined && { classes }) }).models;
    const chosen = all.find(({ id }) => id !== undefined && id === wanted) ?? all[0];
    const [model] = analyse({ models: chosen ? [chosen] : [], problems: [], comments: [] }, [], {}, memories).models;
    const parameters = model && isComplete(model.steps) && parametersOf(countsOf(model.steps), model.graph);
    if (typeof parameters !== "number" || Number.isNaN(parameters)) return undefined;
    return { parameters, ...(model!.id !== undefined && { scale: model!.id }) };
  };

/** As `understand`, for a model of the native format that comes as plain values and has no places. */
export function understandPlain(value: unknown, options: Options = {}): Understood {
  const reading = native.read(fromPlain(value), options);
  const analysis = analyse(reading, rules, options.severities, memories);
  return { format: native.id, analysis, place: () => undefined };
}

function scaleOf(path: string, { models }: Analysis): string | undefined {
  const asked = scaleInName(path);
  return (models.find(({ id }) => id !== undefined && id === asked) ?? models[0])?.id;
}
