import type { LocationLink } from "vscode-languageserver-types";
import { contains, type Span } from "../core/span";
import { sourceIn } from "../core/vocabulary";
import { classAt } from "./elsewhere";
import { nameAt, sameAs } from "./names";
import { sourceOf } from "./readers";
import { activeModel, rangeOf, type Snapshot } from "./snapshot";
import { type Use, usesAt } from "./use";

interface Found {
  readonly origin: Span;
  /** All of what is found, and the words in it that a reader should land on. */
  readonly target: Span;
  readonly words: Span;
}

/** Where the layer, the block or the parameter under the cursor is written; of what is written here, here. */
export function definition(snapshot: Snapshot, uri: string, offset: number): LocationLink[] {
  if (snapshot.isProgram) return [];
  const named = nameOf(snapshot, offset);
  const found = named ? [named] : usesAt(snapshot.analysis.models, offset).flatMap((use) => layerAt(use, offset) ?? []);
  const written = found.length ? found : beingWritten(snapshot, offset);
  const places = new Map(written.map((one) => [`${one.words.from} ${one.words.to}`, one]));
  if (!places.size) return inOtherFile(snapshot, offset);
  return [...places.values()].map(({ origin, target, words }) => ({
    originSelectionRange: rangeOf(snapshot.lines, origin),
    targetUri: uri,
    targetRange: rangeOf(snapshot.lines, target),
    targetSelectionRange: rangeOf(snapshot.lines, words),
  }));
}

/** The class that a row names. */
function inOtherFile({ analysis: { models }, lines }: Snapshot, offset: number): LocationLink[] {
  const use = usesAt(models, offset).find(({ row: { opSpan } }) => contains(opSpan, offset));
  const source = use && sourceIn(use.model.graph.vocabulary, use.row.op);
  const target = source && classAt(source, use.row.op);
  return target ? [{ originSelectionRange: rangeOf(lines, use.row.opSpan), ...target }] : [];
}

function nameOf(snapshot: Snapshot, offset: number): Found | undefined {
  const name = nameAt(snapshot, offset);
  const given = name && sameAs(snapshot, name).find(({ whole }) => whole);
  return given && { origin: name.span, target: given.whole!, words: given.span };
}

/** In a row that is not finished nobody reads anything yet, but where the word leads to can be told. */
function beingWritten(snapshot: Snapshot, offset: number): readonly Found[] {
  const place = snapshot.place(offset);
  if (place?.kind !== "from") return [];
  const { span: origin, layers } = place;
  const word = snapshot.text.slice(origin.from, origin.to);
  const index = layers.find(({ name }) => name === word)?.index;
  const row = index === undefined ? undefined : activeModel(snapshot)?.graph.rows[index];
  return row ? [{ origin, target: row.span, words: row.opSpan }] : [];
}

function layerAt(use: Use, offset: number): Found | undefined {
  const edge = use.row.inputs.find(({ span }) => span && contains(span, offset));
  const source = edge && sourceOf(edge, use);
  if (!source?.words) return undefined;
  return { origin: edge!.span!, target: source.row?.span ?? source.words, words: source.words };
}
