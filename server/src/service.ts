import { type Asked, analyse, lintsOf } from "./analysis/analyse";
import type { LibraryTotals } from "./analysis/library-totals";
import type { Analysis, Model } from "./core/analysis";
import type { CheckId } from "./core/checks";
import type { DeclaredModules } from "./core/declared";
import { applied } from "./core/edit";
import type { Made, Place, ReadOptions, Rewrite } from "./core/format";
import type { Formatting } from "./core/formatting";
import type { Comment, Reading } from "./core/graph";
import type { Message } from "./core/message";
import type { Name } from "./core/name";
import { once } from "./core/once";
import type { Part } from "./core/part";
import type { Edit, Problem } from "./core/problem";
import type { FindClasses, PythonFiles } from "./core/python-class";
import type { RuleOptions } from "./core/rule";
import type { Severities } from "./core/severity";
import type { Span } from "./core/span";
import type { Voice } from "./core/voice";
import type { Conversion } from "./edits/conversion";
import type { Sheet } from "./edits/rows/sheet";
import { sheetsOf } from "./edits/rows/sheets";
import { shiftedRows } from "./edits/rows/shifted";
import { isJson, recognise } from "./formats/index";
import { native } from "./formats/native/index";
import { scaleInName } from "./formats/ultralytics/scale-name";
import { withSources } from "./formats/with-sources";
import { isPython, isPythonModel } from "./python/recognise";
import { rules } from "./rules/index";
import { Chains, type Silent } from "./service/chain";
import { columnsAt, formattedIn } from "./service/formatting";
import { counter, libraryOf } from "./service/library";
import { memories } from "./service/memories";
import { nativesOf } from "./service/native-of";
import { mender } from "./service/repairs";
import { conversionOf, type Opened, refactoringsAt, rowsAt, wordsAt } from "./service/rewrites";
import { atScales } from "./service/scales";
import { unlike } from "./service/unlike";
import { pythonReader } from "./service/when-python";
import { partsOf } from "./tree/parts";
import { fromPlain } from "./tree/plain";
import { vocabularies } from "./vocabularies/index";

/** The problem that lies between two versions of a text, and in neither of them. */
export const shifted: CheckId = "shifted-rows";

/** What the configuration, the command line or the editor say about one file. */
export interface Options extends Pick<ReadOptions, "input" | "scale" | "replaced" | "data" | "modules"> {
  /** The input is asked for this once, so that a program is run on it whatever it says itself. */
  readonly instead?: boolean;
  /** The sizes of a model that are looked at, where not one alone. */
  readonly scales?: readonly string[];
  readonly dialect?: string;
  readonly severities?: Severities;
  readonly ruleOptions?: RuleOptions;
  /** The path is not that of a file, so that nothing is to be found in its name. */
  readonly nameless?: boolean;
  /** The last version of the text in which all was well; rows that have come in or gone since then are told. */
  readonly before?: Pick<Understood, "sheets">;
  /** What the editor says that it is written in. */
  readonly language?: string;
  /** Whether Python is read, as it is where nothing is said. */
  readonly python?: boolean;
  /** In which words a text is commented that is made of it; in English where nothing is said. */
  readonly voice?: Voice;
  /** Looks for classes in the workspace, by the names of modules that are unknown. */
  readonly findClasses?: FindClasses;
  /** Files of Python that a file may import, and in which modules of its rows may be. */
  readonly files?: PythonFiles;
}

/** One version of one file, as far as it can be understood. */
export interface Understood {
  /** The id of the format, which for Ultralytics files is the dialect. */
  readonly format: string;
  readonly analysis: Analysis;
  /** It is the text of a program, in which nothing has to be a model, and which editors colour by themselves. */
  readonly isProgram?: true;
  /** Names of a library in a program of which nothing is known, with how many places ask for each. */
  readonly unread?: ReadonlyMap<string, number>;
  /** All comments of the text, in order. */
  readonly comments?: readonly Comment[];
  /** Of several sizes of the model the one that its name asks for, else the first. */
  readonly scale?: string;
  /** Its lists of rows, where nothing in the text is broken. */
  sheets?(): readonly Sheet[];
  /** Problems of it, with all fixes as they are written here, those for whole layers among them. */
  mendable(problems: readonly Problem[]): readonly Problem[];
  /** What a person at an offset is writing. */
  place(offset: number): Place | undefined;
  /** The words that somebody chose, in the order of the text. */
  names?(): readonly Name[];
  /** What has parts of its own, outer ones before what is in them. */
  parts?(): readonly Part[];
  /** Why another text in the place of this one is not the same model under other names; nothing where it is. */
  unlike?(text: string): Message | undefined;
  /** What can be made of the text at a place of it: its rows in another order, or other words for all of it; `later` it is asked once more of the one that is chosen. */
  rewrites?(at: Span, scale?: string, later?: boolean): readonly Rewrite[];
  /** The edits that put its blanks in order, of all lines or of those that a span reaches. */
  formatted?(wishes: Formatting, within?: Span): readonly Edit[];
  /** One size of it as a file of the native format, or why it cannot be said there; absent where it is in that. */
  native?(scale?: string): Made | Message;
  /** What the library that reads such files says of a model, by its own conventions; absent for the native format. */
  library?(model: Model): LibraryTotals;
}

/** Whether a text is that of a program, by what an editor takes it for, or by its name. */
export const isProgram = isPython;

/** Whether a text is that of a program that has nothing to do with models. */
export const isOtherProgram = (path: string, text: string): boolean => isPython(path) && !isPythonModel(path, text);

/** Nothing is to be said of a program that has no model, wherever it stands. */
export const isWithoutModel = ({ isProgram, analysis: { models, problems, suppressed } }: Understood): boolean =>
  isProgram === true && !models.length && !problems.length && !suppressed.length;

/** Reads and analyses a text; nothing where it is no model in a known format. */
export function understand(path: string, text: string, options: Options = {}): Understood | undefined {
  if (!isPythonModel(path, text, options.language)) return understandTree(path, text, options);
  return options.python === false ? undefined : pythonReader().understandPython(path, text, asked(options), options);
}

/** The same for what is written as a tree of maps and lists. */
function understandTree(path: string, text: string, { before, ...options }: Options): Understood | undefined {
  const recognised = recognise(path, text, options.dialect);
  if (!recognised) return undefined;
  const { format, document } = recognised;
  const { reading, modules } = readingOf(recognised, path, options);
  const sheets = once(() => (document.problems.length ? [] : sheetsOf(document, format === native)));
  const shift = before?.sheets && shiftedRows(before.sheets(), sheets());
  const problems = shift ? [...reading.problems, shift] : reading.problems;
  const found = analyse({ ...reading, problems }, rules, asked(options), memories);
  const analysis = shift ? withoutConsequences(found, shift, path, text, options) : found;
  const scale = scaleOf(path, format.id, analysis);
  const read = (text: string, scale?: string) =>
    understand(path, text, { ...options, ...(scale !== undefined && { scale }) })?.analysis;
  const opened: Opened = { path, document, analysis, sheets, read };
  const reread = (text: string) => {
    const again = recognise(path, text, options.dialect);
    return again?.format === format && !again.document.problems.length
      ? readingOf(again, path, options).reading
      : undefined;
  };
  const natives = once(() => {
    const understood = (path: string, text: string) => understand(path, text)?.analysis;
    return nativesOf({ path, text, dialect: format.id, analysis: found, understand: understood }, options.voice);
  });
  return {
    format: format.id,
    analysis,
    comments: reading.comments,
    ...(scale !== undefined && { scale }),
    sheets,
    mendable: mender({
      document,
      json: isJson(path),
      analysis,
      sheets,
      read: reread,
      problemsIn: (text) => read(text)?.problems,
    }),
    place: latest((offset) => placeIn(recognised, offset, { ...options, ...(modules && { modules }) })),
    names: once(() => format.names(document)),
    parts: once(() => partsOf(document.root)),
    unlike(other) {
      const after = read(other);
      return unlike({ text, analysis: found }, after && { text: other, analysis: after });
    },
    rewrites: (at, looked = scale, later = false) => [
      ...rowsAt(at, looked, opened),
      ...refactoringsAt(at, opened, later),
      ...columnsAt(at, path, document, sheets()),
      ...(format === native ? wordsAt(at, opened) : natives().at(at)),
    ],
    formatted: (wishes, within) => formattedIn(path, document, wishes, within),
    ...(format !== native && {
      native: (scale?: string) => natives().of(scale),
      library: (model: Model) => libraryOf(model, format, document, options),
    }),
  };
}

interface Read {
  readonly reading: Reading;
  /** What the configuration declares, and what was found in files of Python. */
  readonly modules?: DeclaredModules | undefined;
}

function readingOf({ format, document, pinned }: Recognised, path: string, options: Options): Read {
  const data = options.data && { data: { ...options.data, count: counter(format, document, options, path) } };
  const told = { ...options, ...data, pinned, ...(!options.nameless && { name: path }) };
  const files = options.python === false ? undefined : options.files;
  const together = (own: DeclaredModules): DeclaredModules => new Map([...own, ...(options.modules ?? [])]);
  const read = (more: Partial<ReadOptions>): Reading => format.read(document, { ...told, ...more });
  const { reading: all, modules } = withSources(
    options.findClasses,
    read,
    (sources) =>
      files &&
      together(pythonReader().modulesOf(files, sources, (own) => read({ ...own, modules: together(own.modules!) }))),
  );
  const reading = options.scale === undefined ? atScales(all, document, options.scales) : all;
  return { reading, ...(modules && { modules }) };
}

/** Classes of the workspace are only looked for where one may be written. */
function placeIn({ format, document }: Recognised, offset: number, options: Options): Place | undefined {
  const place = format.place(document, offset, options);
  const { files } = options;
  if (!files || format === native || options.python === false || !place || !mayName.has(place.kind)) return place;
  return format.place(document, offset, { ...options, offered: pythonReader().offeredIn(files) });
}

const mayName: ReadonlySet<Place["kind"]> = new Set(["op", "args", "arg-value", "word", "start"]);

type Recognised = NonNullable<ReturnType<typeof recognise>>;

const asked = ({ severities, ruleOptions }: Options): Asked => ({
  ...(severities && { severities }),
  ...(ruleOptions && { options: ruleOptions }),
});

/** What is shown of one place asks several times where that is. */
function latest<T>(find: (offset: number) => T): (offset: number) => T {
  let last: { readonly offset: number; readonly found: T } | undefined;
  return (offset) => {
    if (last?.offset !== offset) last = { offset, found: find(offset) };
    return last.found;
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
    ? conversionOf(path, found.document, model, to, (text) => understand(path, text)?.analysis)
    : undefined;
}

/** As `understand`, for a model of the native format that comes as plain values and has no places. */
export function understandPlain(value: unknown, options: Options = {}): Understood {
  const reading = native.read(fromPlain(value), options);
  const analysis = analyse(reading, rules, asked(options), memories);
  return { format: native.id, analysis, mendable: (problems) => problems, place: () => undefined };
}

/**
 * The figures of a model that comes as plain values, where it is known without a look at it that nothing is to be said
 * of it. `options` are remembered as they are, and should be one object for all models of a search.
 */
export function silentPlain(value: object, options: Options): Silent | undefined {
  if (options.input || options.modules || options.replaced) return undefined;
  let chains = searches.get(options);
  if (!chains) searches.set(options, (chains = new Chains(lintsOf(rules, asked(options)).needs)));
  return chains.silent(value);
}

const searches = new WeakMap<Options, Chains>();

function scaleOf(path: string, dialect: string, { models }: Analysis): string | undefined {
  const asked = scaleInName(path, dialect);
  return (models.find(({ id }) => id !== undefined && id === asked) ?? models[0])?.id;
}
