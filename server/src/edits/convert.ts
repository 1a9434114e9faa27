import { countsOf, type Model, parametersOf, shapesOf, stepsOf } from "../core/analysis";
import { isKnown, showDim } from "../core/dim";
import type { Row } from "../core/graph";
import { lineStart } from "../core/lines";
import { type Message, say } from "../core/message";
import type { Edit } from "../core/problem";
import type { Vocabulary } from "../core/vocabulary";
import type { Document } from "../tree/document";
import { type Entry, entriesOf, entryOf, get, itemsOf, type Tree, textOf } from "../tree/tree";
import type { Context, Conversion, Place, Remark } from "./conversion";
import { requoted } from "./edit-call";
import { convertList, type Lists } from "./list";
import { moved, movedShape, ordersOf } from "./orders";

/**
 * Says a model in the words of another framework, in its own text: what is not touched stays as it is.
 * A layer that cannot be said stays too, and it is told why. `leave` are layers of which that is known already.
 */
export function convert(
  { root, text }: Document,
  model: Model,
  to: Vocabulary,
  json: boolean,
  leave: ReadonlyMap<number, Message> = new Map(),
): Conversion {
  const from = model.graph.vocabulary;
  const context: Context = { text, json, model, from, to, orders: ordersOf(model), leave };
  const lists: Lists = { edits: [], stays: [], differs: [] };
  const places = new Map<string, readonly (Place | undefined)[]>();
  const blocks = entriesOf(get(root, "blocks"));
  const renamed = renamedBlocks(blocks, to);
  places.set("", convertList(root, entryOf(root, "input") !== undefined, renamed, context, lists));
  for (const { key, keySpan, value } of blocks) {
    places.set(key, convertList(value, true, renamed, context, lists));
    const name = renamed.get(key);
    if (name !== undefined) lists.edits.push({ span: keySpan, text: requoted(keySpan, name, text) });
  }
  const inputs = inputsIn(root).flatMap((entry) => reordered(entry, context, lists.stays));
  const loss = entryOf(get(root, "training"), "loss");
  return {
    edits: joined([...frameworkEdit(root, context), ...inputs, ...lists.edits, ...facts(context)], text),
    stays: [...lists.stays, ...(loss && textOf(loss.value) ? [stayingLoss(loss, to)] : [])],
    differs: lists.differs,
    places,
  };
}

/** In order, one edit a place, and with the line ends of the file. */
function joined(edits: readonly Edit[], text: string): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const one: Edit[] = [];
  for (const { span, text: put } of sorted) {
    const last = one.at(-1);
    // What is written once and read in several places, at an alias, is changed once.
    if (last?.span.from === span.from && last.span.to === span.to && last.text === put) continue;
    if (last?.span.from === last?.span.to && last?.span.from === span.from)
      one[one.length - 1] = { span, text: last.text + put };
    else one.push({ span, text: put });
  }
  return text.includes("\r\n") ? one.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, "\r\n") })) : one;
}

/** A block must not be called as an operator of the other framework is. */
function renamedBlocks(blocks: readonly Entry[], { spellings }: Vocabulary): ReadonlyMap<string, string> {
  const names = new Set(blocks.map(({ key }) => key));
  const other = (name: string): string => (names.has(name) || spellings.has(name) ? other(`${name}Block`) : name);
  return new Map(blocks.filter(({ key }) => spellings.has(key)).map(({ key }) => [key, other(key)]));
}

const stayingLoss = ({ value }: Entry, to: Vocabulary): Remark => ({
  span: value.span,
  message: say`the loss has another name in ${to.title}`,
});

function frameworkEdit(root: Tree | undefined, { json, to, text }: Context): readonly Edit[] {
  const written = entryOf(root, "framework");
  if (written) return [{ span: written.value.span, text: json ? JSON.stringify(to.id) : to.id }];
  const first = entryOf(root, "input") ?? entryOf(root, "inputs") ?? entriesOf(root)[0];
  if (!first) return [];
  const from = first.keySpan.from - (/["']/.test(text[first.keySpan.from - 1] ?? "") ? 1 : 0);
  const line = /[^\r\n]*$/.exec(text.slice(0, from))![0];
  const apart = root?.kind === "map" && root.flow ? (/^\s*$/.test(line) ? `,\n${line}` : ", ") : "\n";
  return [{ span: { from, to: from }, text: (json ? `"framework": "${to.id}"` : `framework: ${to.id}`) + apart }];
}

const inputsIn = (root: Tree | undefined): readonly Entry[] => {
  const single = entryOf(root, "input");
  return single ? [single] : entriesOf(get(root, "inputs"));
};

/** The sizes of an input change places; what stands between them stays. */
function reordered(
  { key, keySpan, value }: Entry,
  { model, orders, to, text }: Context,
  stays: Remark[],
): readonly Edit[] {
  const node = model.graph.nodes.find(({ given, opSpan }) => given && opSpan.from === keySpan.from);
  if (!node || orders[node.id] !== "image" || (node.given?.length ?? 0) < 3) return [];
  const items = itemsOf(value);
  if (items.length !== node.given!.length - 1) {
    stays.push({ span: value.span, message: say`the sizes of ${key} are no list` });
    return [];
  }
  const texts = items.map(({ span }) => text.slice(span.from, span.to));
  return moved(texts, to.layout).flatMap((put, i) => (put === texts[i] ? [] : [{ span: items[i]!.span, text: put }]));
}

const rowsIn = (rows: readonly Row[]): readonly Row[] => rows.flatMap((row) => [row, ...rowsIn(row.rows)]);

/** `# => [16, 30, 30] params=144` behind a layer says what it gives, and is said anew. */
function facts({ text, model, orders, to }: Context): readonly Edit[] {
  const rows = rowsIn(model.graph.rows);
  return [...text.matchAll(/(?<=#|\/\/) => (\[[^\]\r\n]*\])( params=(\d+))?/g)].flatMap((found): Edit[] => {
    const line = lineStart(text, found.index);
    const row = rows.find(({ opSpan }) => opSpan.from >= line && opSpan.from < found.index);
    const edge = row?.outputs[0];
    const shape = row && shapesOf(model, row)[0];
    if (!row || edge?.node === undefined || !shape) return [];
    const now = movedShape(shape, orders[edge.node]!, to.layout).slice(1);
    const put = ` => [${now.map(showDim).join(", ")}]`;
    const params = found[2] === undefined ? "" : ` params=${paramsOf(model, row, to)}`;
    const span = { from: found.index, to: found.index + found[0].length };
    return put + params === found[0] ? [] : [{ span, text: put + params }];
  });
}

function paramsOf(model: Model, row: Row, to: Vocabulary): string {
  const count = parametersOf(countsOf(stepsOf(model, row)), { ...model.graph, vocabulary: to });
  return isKnown(count) ? showDim(count) : "?";
}
