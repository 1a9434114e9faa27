import { batch } from "../../core/batch";
import type { DeclaredModules } from "../../core/declared";
import { type Shape, showShape } from "../../core/dim";
import type { ReadOptions } from "../../core/format";
import type { ReadModel } from "../../core/graph";
import type { Problem } from "../../core/problem";
import type { Span } from "../../core/span";
import { numberOf, type Value } from "../../core/value";
import type { Vocabulary } from "../../core/vocabulary";
import type { Tree } from "../../tree/tree";
import type { Format } from "../format";
import { activated } from "./activation";
import { v5, v9 } from "./anchors";
import { checkText } from "./checks/index";
import { claimsOf } from "./claims";
import { withModules } from "./declared";
import type { Dialect } from "./dialect";
import { type Row, readFile } from "./file";
import { lower } from "./lower";
import { namesIn } from "./named";
import { place } from "./place";
import { prepare } from "./prepare";
import { replacedIn } from "./replaced";
import { saidIn } from "./said";
import { scaleInName } from "./scale-name";
import { strangers } from "./strangers";
import { v7 } from "./v7";
import { v10, v12, v83, v84 } from "./v8";

/** A model file as one of the parsers reads it. */
const format = (bare: Dialect): Format => ({
  id: bare.vocabulary.id,
  read(document, { input, scale: wanted, name, replaced, data, ...options } = {}) {
    const dialect = withModules(bare, options.modules);
    const read = readFile(document);
    const written = dialect.evaluates ? { ...read, rows: read.rows.map(inShort) } : read;
    const file = replacedIn(written, replaced);
    const stranger = strangers(dialect, othersThan(bare), options);
    const vocabulary = { ...activated(dialect.vocabulary, file.settings.get("activation")), stranger };
    const problems = [...file.problems];
    const scales = file.scales.filter(({ id }) => wanted === undefined || id === wanted);
    const beside = { ...(name !== undefined && { name }), ...(data && { data }) };
    checkText({ document, file: written, dialect, scales, ...beside }, (problem) => problems.push(problem));
    const last = file.rows.at(-1)?.module;
    const usual = standardInput(last, channelsIn(file.settings, dialect, last));
    const image: Shape = askedFor(input) ?? usual;
    // Comments speak of the model as the file has it.
    const asWritten = file === written && image[0] === usual[0];
    const rows = prepare(file, dialect, (problem) => problems.push(problem));
    const models = scales.map((scale): ReadModel => {
      const { graph, problems } = lower(rows, file, dialect, scale, [batch, ...image]);
      const claims = asWritten ? claimsOf(scale, document.root, document.text) : [];
      return { ...(scale.id !== undefined && { id: scale.id }), graph: { ...graph, vocabulary, claims }, problems };
    });
    const scale = name === undefined ? undefined : scaleInName(name, bare.vocabulary.id);
    const altered = file !== written || showShape(image) !== showShape(usual) || scales.length < file.scales.length;
    return {
      models,
      problems: inTheirRows(problems, file.rows),
      comments: document.comments,
      ...(scale !== undefined && { scale }),
      ...(altered && { altered }),
    };
  },
  place: (document, offset, { modules, offered } = {}) =>
    place(withModules(withModules(bare, othersThanIn(bare, offered)), modules), document, offset),
  names: namesIn,
});

/** A class that has the name of a module of the library is that of a copy of it. */
const othersThanIn = ({ vocabulary }: Dialect, offered: DeclaredModules | undefined): DeclaredModules | undefined =>
  offered && new Map([...offered].filter(([name]) => !vocabulary.spellings.has(name)));

/** A problem that lies in a row says in which. */
function inTheirRows(problems: readonly Problem[], rows: readonly Row[]): readonly Problem[] {
  if (!problems.length) return problems;
  const places = rows.map(({ span }, layer) => ({ span, layer })).sort((a, b) => a.span.from - b.span.from);
  return problems.map((found) => {
    const place = lastBefore(places, found.span.from);
    return place && found.span.to <= place.span.to ? { ...found, layer: place.layer } : found;
  });
}

/** Of places in order the last that begins at an offset or before it. */
function lastBefore<P extends { readonly span: Span }>(places: readonly P[], offset: number): P | undefined {
  let from = 0,
    to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle]!.span.from <= offset) from = middle + 1;
    else to = middle;
  }
  return places[from - 1];
}

/** These models have one input, which is called `image`. */
const askedFor = (input: ReadOptions["input"]): Shape | undefined =>
  Array.isArray(input) ? (input as Shape) : (input as { readonly [name: string]: Shape } | undefined)?.["image"];

/** Channels of an image, where the file says so and a number of channels it is. */
function channelsIn(settings: ReadonlyMap<string, Value>, { saysChannels }: Dialect, last: string | undefined) {
  const key = saysChannels ? "ch" : last === "Classify" ? "channels" : undefined;
  const channels = key === undefined ? undefined : numberOf(settings.get(key));
  return channels !== undefined && Number.isInteger(channels) && channels > 0 ? channels : undefined;
}

/** What the library itself takes where nothing is said: classifiers see smaller images. */
const standardInput = (last: string | undefined, channels = 3): Shape =>
  last === "Classify" ? [channels, 224, 224] : [channels, 640, 640];

/** Where names are Python, there are two for every module of torch. */
const inShort = (row: Row): Row => ({ ...row, module: row.module.replace(/^torch\.(?=nn\.)/, "") });

/** In the order in which they are asked; the newest version takes what no other has claimed. */
const asked: readonly Dialect[] = [v7, v5, v9, v84, v83, v12, v10];
export const ultralytics: readonly Format[] = asked.map(format);

const newestFirst: readonly Dialect[] = [v84, v83, v12, v10, v9, v7, v5];
const othersThan = (dialect: Dialect): readonly Vocabulary[] =>
  newestFirst.filter((other) => other !== dialect).map(({ vocabulary }) => vocabulary);

/** The dialect that a file speaks, by what only files of that dialect say. */
export function dialectOf(root: Tree | undefined): string {
  const said = saidIn(root);
  return asked.find(({ signs }) => signs === undefined || signs(said))!.vocabulary.id;
}
