import { analyse } from "./analysis/analyse";
import type { Memories } from "./analysis/infer-graph";
import { type Layers, type LibraryTotals, libraryTotals } from "./analysis/library-totals";
import { type Analysis, countsOf, isComplete, type Model, parametersOf } from "./core/analysis";
import type { Beside } from "./core/beside";
import type { CheckId } from "./core/checks";
import type { Place, ReadOptions, Rewrite } from "./core/format";
import { type Message, say } from "./core/message";
import type { Edit, Problem } from "./core/problem";
import type { FindClasses } from "./core/python-class";
import type { Severities } from "./core/severity";
import type { Span } from "./core/span";
import type { Vocabulary } from "./core/vocabulary";
import { applied, misses } from "./edits/compare";
import type { Conversion } from "./edits/conversion";
import { convert } from "./edits/convert";
import { offersAt } from "./edits/rows/offers";
import type { Sheet } from "./edits/rows/sheet";
import { sheetsOf } from "./edits/rows/sheets";
import { shiftedRows } from "./edits/rows/shifted";
import type { Format } from "./formats/format";
import { recognise } from "./formats/index";
import { native } from "./formats/native/index";
import { scaleInName } from "./formats/ultralytics/scale-name";
import { withSources } from "./formats/with-sources";
import { rules } from "./rules/index";
import type { Document } from "./tree/document";
import { fromPlain } from "./tree/plain";
import { entryOf } from "./tree/tree";
import { vocabularies } from "./vocabularies/index";

/** The problem that lies between two versions of a text, and in neither of them. */
export const shifted: CheckId = "shifted-rows";

/** From one version of a file to the next nearly all calls are equal, and so they are from file to file. */
const memories: Memories = new Map();

/** What the configuration, the command line or the editor say about one file. */
export interface Options extends Pick<ReadOptions, "input" | "scale" | "replaced" | "data" | "modules"> {
  readonly dialect?: string;
  readonly severities?: Severities;
  /** The path is not that of a file, so that nothing is to be found in its name. */
  readonly nameless?: boolean;
  /** The last version of the text in which all was well; rows that have come in or gone since then are told. */
  readonly before?: Understood;
  /** Looks for classes in the workspace, by the names of modules that are unknown. */
  readonly findClasses?: FindClasses;
}

/** One version of one file, as far as it can be understood. */
export interface Understood {
  /** The id of the format, which for Ultralytics files is the dialect. */
  readonly format: string;
  readonly analysis: Analysis;
  /** Of several sizes of the model the one that its name asks for, else the first. */
  readonly scale?: string;
  /** Its lists of rows, where nothing in the text is broken. */
  sheets?(): readonly Sheet[];
  /** What a person at an offset is writing. */
  place(offset: number): Place | undefined;
  /** What can be made of the text at a place of it: its rows in another order, or other words for all of it. */
  rewrites?(at: Span, scale?: string): readonly Rewrite[];
  /** What the library that reads such files says of a model, by its own conventions; absent for the native format. */
  library?(model: Model): LibraryTotals;
}

/** Reads and analyses a text; nothing where it is no model in a known format. */
export function understand(path: string, text: string, { before, ...options }: Options = {}): Understood | undefined {
  const found = recognise(path, text, options.dialect);
  if (!found) return undefined;
  const { format, document, pinned } = found;
  const data = options.data && { data: { ...options.data, count: counter(format, document, options, path) } };
  const asked = { ...options, ...data, pinned, ...(!options.nameless && { name: path }) };
  const reading = withSources(options.findClasses, (more) => format.read(document, { ...asked, ...more }));
  const sheets = once(() => (document.problems.length ? [] : sheetsOf(document, format === native)));
  const shift = before?.sheets && shiftedRows(before.sheets(), sheets());
  const problems = shift ? [...reading.problems, shift] : reading.problems;
  const all = analyse({ ...reading, problems }, rules, options.severities, memories);
  const analysis = shift ? withoutConsequences(all, shift, path, text, options) : all;
  const scale = scaleOf(path, format.id, analysis);
  const opened: Opened = { path, document, analysis, options, sheets };
  return {
    format: format.id,
    analysis,
    ...(scale !== undefined && { scale }),
    sheets,
    place: (offset) => format.place(document, offset, options),
    rewrites: (at, looked = scale) => [
      ...(format === native ? wordsAt(at, opened) : []),
      ...rowsAt(at, looked, opened),
    ],
    ...(format !== native && { library: (model: Model) => libraryOf(model, format, document, options) }),
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

/** Of what is wrong because references count as before, only that is told: the rest is gone once they do not. */
function withoutConsequences(all: Analysis, shift: Problem, path: string, text: string, options: Options): Analysis {
  const [fix] = shift.fixes ?? [];
  if (!fix || !all.problems.some(({ id }) => id === shift.id)) return all;
  const mended = understand(path, applied(text, fix.edits), options)?.analysis.problems ?? [];
  const stays = all.problems.filter(({ id, span }) => {
    const at = movedBy(fix.edits, span.from);
    return id === shift.id || mended.some((other) => other.id === id && other.span.from === at);
  });
  return { ...all, problems: stays };
}

/** Where a place is once edits in order have been carried out. */
const movedBy = (edits: readonly Edit[], at: number): number =>
  edits.reduce((now, { span, text }) => (span.from < at ? now + text.length - (span.to - span.from) : now), at);

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

/** Each round leaves at least one layer more in its words; a file that takes more of them is not worth the time. */
const mostRounds = 20;

function conversionOf(path: string, document: Document, model: Model, to: Vocabulary): Conversion | undefined {
  const leave = new Map<number, Message>();
  for (let round = 0; round < mostRounds; round++) {
    const conversion = convert(document, model, to, isJson(path), leave);
    const after = understand(path, applied(document.text, conversion.edits))?.analysis;
    const wrong = [...(after ? misses(model, after, conversion.places, to) : [])].filter(([at]) => !leave.has(at));
    if (!wrong.length) return conversion;
    for (const [at, why] of wrong) leave.set(at, why);
  }
  return undefined;
}

const isJson = (path: string): boolean => /\.json$/i.test(path);

/** What a file is while somebody may want to change it. */
interface Opened {
  readonly path: string;
  readonly document: Document;
  readonly analysis: Analysis;
  readonly options: Options;
  sheets(): readonly Sheet[];
}

/** Other words for all of the file: offered where the framework stands, or where it would stand. */
function wordsAt(place: Span, { path, document, analysis }: Opened): readonly Rewrite[] {
  const [model] = analysis.models;
  const keys = ["framework", "input", "inputs"].map((key) => entryOf(document.root, key));
  const written = keys.find((entry) => entry !== undefined);
  if (!model || !written) return [];
  const { keySpan, value } = written;
  const end = written === keys[0] ? Math.max(keySpan.to, value.span.to) : keySpan.to;
  if (keySpan.from > place.to || place.from > end) return [];
  return vocabularies
    .filter((to) => to !== model.graph.vocabulary)
    .map((to) => ({
      kind: `words.${to.id}`,
      title: say`Convert to the words of ${to.title}`,
      say() {
        const conversion = conversionOf(path, document, model, to);
        return conversion && { edits: conversion.edits, ...left(conversion) };
      },
    }));
}

const left = ({ stays: { length } }: Conversion): { readonly note?: Message } =>
  length ? { note: length === 1 ? say`, all but 1 place` : say`, all but ${length} places` } : {};

/** Rows in another order, with all that counts them; nothing in a text that is broken. */
function rowsAt({ from, to }: Span, scale: string | undefined, opened: Opened): readonly Rewrite[] {
  const { path, document, analysis, options, sheets } = opened;
  if (/[\r\n]/.test(document.text.slice(from, to))) return [];
  const modelIn = ({ models }: Analysis): Model | undefined => models.find(({ id }) => id === scale) ?? models[0];
  const known = {
    model: modelIn(analysis),
    understand(text: string): Model | undefined {
      const again = understand(path, text, { ...options, ...(scale !== undefined && { scale }) });
      return again && modelIn(again.analysis);
    },
  };
  return offersAt(sheets(), from, known).map(({ kind, title, edits }) => ({
    kind: `row.${kind}`,
    title,
    say: () => ({ edits }),
  }));
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
    const wanted = scale ?? scaleInName(path, format.id);
    const all = format.read(document, { ...rest, ...(classes !== undefined && { replaced: { classes } }) }).models;
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

function scaleOf(path: string, dialect: string, { models }: Analysis): string | undefined {
  const asked = scaleInName(path, dialect);
  return (models.find(({ id }) => id !== undefined && id === asked) ?? models[0])?.id;
}
