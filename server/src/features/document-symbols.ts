import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Model } from "../core/analysis";
import { type Message, render, say } from "../core/message";
import type { Name } from "../core/name";
import type { Span } from "../core/span";
import { imagesIn } from "./figures";
import { activeModel, rangeOf, type Snapshot } from "./snapshot";
import { callerOf, outputsOf, type Use, usesIn } from "./use";

/** The parts of a file with what is in them: inputs, layers and what they give, blocks with their layers. */
export function documentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  const model = activeModel(snapshot);
  const uses = model ? usesIn(model) : [];
  const names = snapshot.names?.().filter(({ whole }) => whole) ?? [];
  const sections = snapshot.parts?.().filter(({ depth, key }) => depth === 0 && key !== undefined) ?? [];
  const single = names.find(({ kind, whole, fixed }) => kind === "input" && fixed && whole);
  return sections.flatMap(({ key, keySpan, span }): readonly DocumentSymbol[] => {
    if (single && keySpan.from <= single.span.from && single.span.to <= keySpan.to)
      return [inputOf(single, model, snapshot)];
    const inside = (one: Span): boolean => span.from <= one.from && one.to <= span.to;
    const blocks = names.filter((name) => name.kind === "block" && inside(name.span));
    const layers = uses.filter(({ row }) => !row.outer && inside(row.span));
    const inputs = names.filter((name) => name.kind === "input" && inside(name.span));
    const children = blocks.length
      ? blocks.map((name) => blockOf(name, uses, snapshot))
      : layers.length
        ? layers.map((use) => layerOf([use], snapshot))
        : inputs.map((name) => inputOf(name, model, snapshot));
    const whole = symbolOf({ name: key!, kind: SymbolKind.Module }, span, keySpan, snapshot);
    return children.length ? [{ ...whole, children }] : [];
  });
}

/** For editors that show a list: each with what it is in. */
export const flatSymbols = (symbols: readonly DocumentSymbol[], uri: string, within?: string): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, selectionRange, children = [] }) => [
    { name, kind, location: { uri, range: selectionRange }, ...(within !== undefined && { containerName: within }) },
    ...flatSymbols(children, uri, name),
  ]);

function blockOf(name: Name, uses: readonly Use[], snapshot: Snapshot): DocumentSymbol {
  const rows = new Map<number, Use[]>();
  for (const use of uses)
    if (callerOf(use.row)?.op === name.name && isIn(use.row.span, name.whole!))
      rows.set(use.row.opSpan.from, [...(rows.get(use.row.opSpan.from) ?? []), use]);
  const children = [...rows.values()].map((all) => layerOf(all, snapshot));
  const block = symbolOf({ name: name.name, kind: SymbolKind.Class }, name.whole!, name.span, snapshot);
  return children.length ? { ...block, children } : block;
}

const isIn = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** What several calls of a block make differently is not said of it. */
function layerOf(uses: readonly Use[], snapshot: Snapshot): DocumentSymbol {
  const { row } = uses[0]!;
  const shapes = uses.map((use) => outputsOf(use));
  const [gives] = shapes;
  const isOne = gives?.some((shape) => shape) && new Set(shapes.map((all) => JSON.stringify(all))).size === 1;
  const images = isOne ? imagesIn(gives!, snapshot.voice) : undefined;
  const op: Message | undefined = row.name === undefined ? undefined : say`${row.op}`;
  const detail = images ? (op ? say`${op} → ${images}` : say`→ ${images}`) : op;
  return symbolOf(
    { name: row.name || row.label.trim(), kind: SymbolKind.Function, detail },
    row.span,
    row.opSpan,
    snapshot,
  );
}

function inputOf(name: Name, model: Model | undefined, snapshot: Snapshot): DocumentSymbol {
  const node = model?.graph.nodes.find(
    ({ given, opSpan }) => given && opSpan.from <= name.span.from && name.span.to <= opSpan.to,
  );
  const detail = node?.given && node.given.length > 1 ? imagesIn([node.given], snapshot.voice) : undefined;
  return symbolOf({ name: name.name, kind: SymbolKind.Interface, detail }, name.whole!, name.span, snapshot);
}

interface What {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail?: Message | undefined;
}

/** Editors refuse a selection that does not lie within the whole. */
function symbolOf({ name, kind, detail }: What, whole: Span, words: Span, { lines, voice }: Snapshot): DocumentSymbol {
  const around = { from: Math.min(whole.from, words.from), to: Math.max(whole.to, words.to) };
  return {
    name,
    kind,
    ...(detail && { detail: render(detail, voice) }),
    range: rangeOf(lines, around),
    selectionRange: rangeOf(lines, words),
  };
}
