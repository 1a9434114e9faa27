import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from "vscode-languageserver-types";
import { shapeAt, shapesOf } from "../core/analysis";
import { render, say } from "../core/message";
import { contains, type Span } from "../core/span";
import { imagesIn } from "./figures";
import { type Source, sourceOf } from "./readers";
import { rangeOf, type Snapshot } from "./snapshot";
import { callerOf, type Use, usesAt, usesIn } from "./use";

/** The layer at an offset, or that a reference there leads to. */
export function layersAt(snapshot: Snapshot, uri: string, offset: number): CallHierarchyItem[] {
  if (snapshot.isProgram) return [];
  const uses = usesAt(snapshot.analysis.models, offset);
  const innermost = uses.toSorted((a, b) => length(a.row.span) - length(b.row.span))[0];
  if (!innermost) return [];
  const edge = innermost.row.inputs.find(({ span }) => span && contains(span, offset));
  const source = edge && sourceOf(edge, innermost);
  const item = source ? itemOf(source, innermost, snapshot, uri) : itemOfRow(innermost, snapshot, uri);
  return item ? [item] : [];
}

const length = ({ from, to }: Span): number => to - from;

/** Who feeds a layer. */
export const feeders = (snapshot: Snapshot, uri: string, at: number): CallHierarchyIncomingCall[] =>
  grouped(
    usesOf(snapshot, at).flatMap((use) =>
      use.row.inputs.map((edge) => {
        const source = sourceOf(edge, use);
        return { item: source && itemOf(source, use, snapshot, uri), span: edge.span ?? use.row.opSpan };
      }),
    ),
    snapshot,
  ).map(({ item, fromRanges }) => ({ from: item, fromRanges }));

/** Who reads a layer, in the list that the layer stands in. */
export const readersOf = (snapshot: Snapshot, uri: string, at: number): CallHierarchyOutgoingCall[] =>
  grouped(
    snapshot.analysis.models.flatMap((model) =>
      usesIn(model).flatMap((use) =>
        use.row.inputs.flatMap((edge) => {
          const source = sourceOf(edge, use);
          const isBeside = source && callerOf(use.row) === (source.row && callerOf(source.row));
          if (!isBeside || placeOf(source) !== at) return [];
          return [{ item: itemOfRow(use, snapshot, uri), span: edge.span ?? use.row.opSpan }];
        }),
      ),
    ),
    snapshot,
  ).map(({ item, fromRanges }) => ({ to: item, fromRanges }));

const usesOf = ({ analysis: { models } }: Snapshot, at: number): readonly Use[] =>
  models.flatMap((model) => usesIn(model).filter(({ row }) => row.opSpan.from === at));

const placeOf = ({ row, node }: Source): number => row?.opSpan.from ?? node.opSpan.from;

interface Call {
  readonly item: CallHierarchyItem | undefined;
  readonly span: Span;
}

/** Several sizes of a model and several calls of a block are one text. */
function grouped(calls: readonly Call[], { lines }: Snapshot) {
  const found = new Map<unknown, { readonly item: CallHierarchyItem; readonly spans: Map<number, Span> }>();
  for (const { item, span } of calls) {
    if (!item) continue;
    const known = found.get(item.data.at) ?? { item, spans: new Map<number, Span>() };
    known.spans.set(span.from, span);
    found.set(item.data.at, known);
  }
  return [...found.values()].map(({ item, spans }) => ({
    item,
    fromRanges: [...spans.values()].map((span) => rangeOf(lines, span)),
  }));
}

function itemOf(source: Source, use: Use, snapshot: Snapshot, uri: string): CallHierarchyItem | undefined {
  if (source.row) return itemOfRow({ ...use, row: source.row }, snapshot, uri);
  const { node } = source;
  const { lines, voice } = snapshot;
  const range = rangeOf(lines, node.opSpan);
  const detail = render(imagesIn([shapeAt(use.model, { node: node.id, port: 0 })], voice), voice);
  const data = { at: node.opSpan.from };
  return { name: node.label, kind: SymbolKind.Interface, detail, uri, range, selectionRange: range, data };
}

function itemOfRow({ model, row }: Use, { lines, voice }: Snapshot, uri: string): CallHierarchyItem {
  const shapes = shapesOf(model, row);
  const images = imagesIn(shapes, voice);
  const detail = shapes.some((shape) => shape) ? say`${row.op} → ${images}` : say`${row.op}`;
  return {
    name: row.name || row.label.trim(),
    kind: SymbolKind.Function,
    detail: render(detail, voice),
    uri,
    range: rangeOf(lines, row.span),
    selectionRange: rangeOf(lines, row.opSpan),
    data: { at: row.opSpan.from },
  };
}
