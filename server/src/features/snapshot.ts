import type { Position, Range } from "vscode-languageserver-types";
import type { LibraryTotals } from "../analysis/library-totals";
import type { Analysis, Model } from "../core/analysis";
import type { Made, Place, Rewrite } from "../core/format";
import type { Formatting } from "../core/formatting";
import type { Comment } from "../core/graph";
import type { Lines } from "../core/lines";
import type { Message } from "../core/message";
import type { Name } from "../core/name";
import type { Part } from "../core/part";
import type { Edit, Problem } from "../core/problem";
import type { Span } from "../core/span";
import type { Voice } from "../core/voice";

/** One version of one document, as every feature sees it. */
export interface Snapshot {
  readonly text: string;
  readonly lines: Lines;
  /** The id of the format, which for some formats is a dialect. */
  readonly format: string;
  readonly analysis: Analysis;
  /** It is the text of a program, which editors colour by themselves. */
  readonly isProgram?: true;
  /** The size of the model that is looked at, where the file describes several. */
  readonly scale?: string | undefined;
  /** How sentences are told to the person it is shown to; in English where nothing is said. */
  readonly voice?: Voice;
  /** All comments, in order; none where the language has none. */
  readonly comments?: readonly Comment[];
  /** It is an earlier version that stands in for one that is being typed: in such lines nothing of it holds any more. */
  isRewritten?(span: Span): boolean;
  /** What a person at an offset is writing. */
  place(offset: number): Place | undefined;
  /** The words that somebody chose, in the order of the text. */
  names?(): readonly Name[];
  /** What has parts of its own, outer ones before what is in them. */
  parts?(): readonly Part[];
  /** Why another text in the place of this one is not the same model under other names; nothing where it is. */
  unlike?(text: string): Message | undefined;
  /** Problems of it with all fixes that there are. */
  mendable?(problems: readonly Problem[]): readonly Problem[];
  /** What can be made of the text at a place of it; `later` it is asked once more of the one that is chosen. */
  rewrites?(at: Span, scale?: string, later?: boolean): readonly Rewrite[];
  /** The edits that put its blanks in order, of all lines or of those that a span reaches. */
  formatted?(wishes: Formatting, within?: Span): readonly Edit[];
  /** One size of it as a file of the format that this program reads best, or why it cannot be said there. */
  native?(scale?: string): Made | Message;
  /** What the library that reads such files says of a model, by its own conventions. */
  library?(model: Model): LibraryTotals;
}

/** A voice that tells of a model: in the way its file is written, and in words with the channels where its images have them. */
export function aloudIn(voice: Voice, { models: [model] }: Analysis): Voice {
  if (!model) return voice;
  const { layout, written } = model.graph.vocabulary;
  const own: Voice = written ? { ...voice, written } : voice;
  return voice.plain ? { ...own, channels: layout === "channels-last" ? "last" : "first" } : own;
}

/** The model that hints, lenses and totals are about. */
export const activeModel = ({ analysis: { models }, scale }: Snapshot): Model | undefined =>
  models.find(({ id }) => id === scale) ?? models[0];

/** Of several sizes of a model the one that is looked at. */
export const activeOfSeveral = (snapshot: Snapshot): Model | undefined =>
  snapshot.analysis.models.length > 1 ? activeModel(snapshot) : undefined;

/** The sizes of the model, where the file describes several. */
export const scalesOf = ({ analysis: { models } }: Pick<Snapshot, "analysis">): readonly string[] =>
  models.flatMap(({ id }) => (id === undefined ? [] : [id]));

export function positionAt(lines: Lines, offset: number): Position {
  const { line, column } = lines.at(offset);
  return { line, character: column };
}

export const rangeOf = (lines: Lines, { from, to }: Span): Range => ({
  start: positionAt(lines, from),
  end: positionAt(lines, to),
});

export const offsetAt = (lines: Lines, { line, character }: Position): number =>
  lines.offset({ line, column: character });

export const spanOf = (lines: Lines, { start, end }: Range): Span => ({
  from: offsetAt(lines, start),
  to: offsetAt(lines, end),
});
