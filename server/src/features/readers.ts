import type { Edge, Node, Row } from "../core/graph";
import { contains, type Span } from "../core/span";
import { nameAt, sameAs } from "./names";
import type { Snapshot } from "./snapshot";
import { callerOf, type Use, usesAt, usesIn } from "./use";

/** A layer of the text, or an input of the model, with every place that reads it. */
export interface Readers {
  /** The words that stand for the layer; absent for an input that is written nowhere. */
  readonly words?: Span;
  /** Each the reference where one is written, else the operator of the row that reads by order. */
  readonly places: readonly Span[];
}

/** The layer or the input that an edge of a row leads to. */
export interface Source {
  readonly node: Node;
  /** Absent for an input. */
  readonly row?: Row;
  readonly words?: Span;
}

/** What a reference names is the row in its own list, not the last row of the block that row calls. */
export function sourceOf({ node: id }: Edge, { model, row }: Use): Source | undefined {
  const node = id === undefined ? undefined : model.graph.nodes[id];
  if (!node) return undefined;
  const target = node.row && outermost(node.row, callerOf(row));
  const words = target?.nameSpan ?? node.opSpan;
  return { node, ...(target && { row: target }), ...(words.to > 0 && { words }) };
}

function outermost(row: Row, list: Row | undefined): Row {
  let found = row;
  for (let around: Row | undefined = row; around && around !== list; around = around.outer) found = around;
  return found;
}

/** Who reads the layer whose operator, name or reference is at an offset, in every size of the model; or where another name stands. */
export function readersAt(snapshot: Snapshot, offset: number): Readers | undefined {
  const { models } = snapshot.analysis;
  const name = nameAt(snapshot, offset);
  const places = new Map<number, Span>();
  const named = name ? sameAs(snapshot, name) : [];
  const given = named.find(({ whole }) => whole)?.span;
  // What a block is given without a name of its own is only known to its callers.
  const isRead = !name || (given && (name.kind === "layer" || name.kind === "input"));
  const asked = isRead ? askedAt(models, given?.from ?? offset) : undefined;
  if (!asked && !name) return undefined;
  for (const span of asked ? placesOf(asked.key, models) : []) places.set(span.from, span);
  for (const { span } of named) {
    const around = [...places.values()].find((place) => place.from <= span.from && span.to <= place.to);
    if (around) places.delete(around.from);
    if (span.from !== given?.from) places.set(span.from, span);
  }
  const words = given ?? asked?.words;
  return { ...(words && { words }), places: [...places.values()].sort((a, b) => a.from - b.from) };
}

/** Each in the list of the layer itself: what a block does with what it is given is its own matter. */
function placesOf(key: string, models: Snapshot["analysis"]["models"]): readonly Span[] {
  const places: Span[] = [];
  for (const model of models) {
    for (const use of usesIn(model))
      for (const edge of use.row.inputs) {
        const source = sourceOf(edge, use);
        const isBeside = source && callerOf(use.row) === (source.row && callerOf(source.row));
        if (isBeside && keyOf(source) === key) places.push(edge.span ?? use.row.opSpan);
      }
    for (const { node: id, span } of model.graph.outputs) {
      const node = id === undefined ? undefined : model.graph.nodes[id];
      const row = node?.row && outermost(node.row, undefined);
      if (span && node && keyOf({ node, ...(row && { row }) }) === key) places.push(span);
    }
  }
  return places;
}

interface Asked {
  readonly key: string;
  readonly words?: Span;
}

function askedAt(models: Snapshot["analysis"]["models"], offset: number): Asked | undefined {
  const at = (span: Span | undefined): boolean => span !== undefined && contains(span, offset);
  const uses = usesAt(models, offset);
  for (const use of uses) {
    const edge = use.row.inputs.find(({ span }) => at(span));
    const source = edge && sourceOf(edge, use);
    if (source) return { key: keyOf(source)!, ...(source.words && { words: source.words }) };
  }
  const row = uses.map((use) => use.row).find(({ opSpan, nameSpan }) => at(opSpan) || at(nameSpan));
  if (row) return { key: keyOf({ row })!, words: row.nameSpan ?? row.opSpan };
  for (const { graph } of uses.length ? [] : models) {
    const input = graph.nodes.find(({ given, opSpan }) => given && opSpan.to > 0 && at(opSpan));
    if (input) return { key: keyOf({ node: input })!, words: input.opSpan };
    const output = graph.outputs.find(({ span }) => at(span));
    const node = output?.node === undefined ? undefined : graph.nodes[output.node];
    const named = node?.row && outermost(node.row, undefined);
    if (named) return { key: keyOf({ row: named })!, words: named.nameSpan ?? named.opSpan };
  }
  return undefined;
}

/** Rows are one where they are written once, whatever the size of the model. */
const keyOf = (source: { readonly node?: Node; readonly row?: Row } | undefined): string | undefined =>
  source && (source.row ? `row ${source.row.opSpan.from}` : `input ${source.node?.label}`);
