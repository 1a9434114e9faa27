import { type Name, wordIn } from "../../core/name";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import type { Document } from "../../tree/document";
import { type Entry, entriesOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";
import type { Blocks } from "./block";
import { choosers } from "./chosen";
import type { Body, Item } from "./item";
import { readLayers } from "./read-layers";
import { referenceIn, wordsOf } from "./reference";

/** What a name of a list leads to, and of a layer the block it calls. */
export interface Known {
  readonly name: Omit<Name, "span" | "whole">;
  readonly op?: string;
}

/** A list of layers with the names in it. */
export interface Named {
  readonly known: ReadonlyMap<string, Known>;
  readonly body: Body;
  readonly inside: (block: string) => Named | undefined;
}

/** Every word of a file that somebody chose: layers, blocks and their parameters, inputs. */
export function namesIn({ root, text }: Document): readonly Name[] {
  const { body, blocks } = readLayers(root, text);
  const entries = new Map(entriesOf(get(root, "blocks")).map((entry) => [entry.key, entry]));
  const found = new Map<string, Name>();
  const put = (name: Omit<Name, "span">, span: Span): void => {
    const place = wordIn(name.name, span, text);
    const at = place && `${place.from} ${name.kind}`;
    if (at !== undefined && !(found.get(at)?.whole && !name.whole)) found.set(at, { ...name, span: place! });
  };
  const lists = new Map<string, Named>();
  const inside = (block: string): Named | undefined => lists.get(block);
  const model: Named = { body, known: known(body, inputsOf(root), ""), inside };
  for (const [key, block] of blocks)
    lists.set(key, { body: block.body, known: known(block.body, inputsOfBlock(entries.get(key)!), key), inside });
  const chosen = choosers(blocks);
  const reading: Reading = { text, blocks, entries, chosen, put };

  declare(model, "", root, reading);
  for (const [key, entry] of entries) {
    if (!blocks.has(key)) continue;
    put({ ...blockNamed(entry), whole: around(entry) }, entry.keySpan);
    for (const param of entriesOf(get(entry.value, "params"))) {
      put({ ...parameterNamed(param, key), whole: around(param) }, param.keySpan);
      const value = blocks.get(key)!.params.get(param.key);
      if (value) use(value, lists.get(key)!, key, reading);
      if (value && chosen.get(key)?.has(param.key)) blockIn(value, reading);
    }
    declare(lists.get(key)!, key, entry.value, reading);
  }
  return [...found.values()].sort((a, b) => a.span.from - b.span.from);
}

interface Reading {
  readonly text: string;
  readonly blocks: Blocks;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Of each block the parameters that name an operator. */
  readonly chosen: ReadonlyMap<string, ReadonlySet<string>>;
  put(name: Omit<Name, "span">, span: Span): void;
}

const around = ({ keySpan, value }: Entry): Span => ({ from: keySpan.from, to: Math.max(keySpan.to, value.span.to) });

const blockNamed = ({ key, keySpan }: Entry): Known["name"] => ({
  kind: "block",
  name: key,
  of: keySpan.from,
  scope: "blocks",
});

const parameterNamed = ({ key, keySpan }: Entry, block: string): Known["name"] => ({
  kind: "parameter",
  name: key,
  of: keySpan.from,
  scope: `parameters of ${block}`,
});

/** Where a list has the names of what it is given. */
interface Given {
  readonly name: string;
  /** Absent for what nobody wrote. */
  readonly span?: Span;
  readonly fixed?: true;
}

/** The key of the only input is a word of the format. */
const inputsOf = (root: Tree | undefined): readonly Given[] => {
  const single = entriesOf(root).find(({ key }) => key === "input");
  if (single) return [{ name: "input", span: single.keySpan, fixed: true }];
  return entriesOf(get(root, "inputs")).map(({ key, keySpan }) => ({ name: key, span: keySpan }));
};

/** Whatever else a block calls it, what it is given is its input. */
const inputsOfBlock = ({ value }: Entry): readonly Given[] => [
  ...itemsOf(get(value, "inputs")).flatMap((one) => {
    const name = textOf(one);
    return name === undefined ? [] : [{ name, span: one.span }];
  }),
  { name: "input", fixed: true },
];

/** The first that has a name has it, inputs before layers. */
function known({ items }: Body, inputs: readonly Given[], block: string): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  const scope = `layers of ${block}`;
  for (const { name, span, fixed } of inputs) {
    const of = span?.from ?? -1 - (items[0]?.span.from ?? 0);
    if (!found.has(name)) found.set(name, { name: { kind: "input", name, of, scope, ...(fixed && { fixed }) } });
  }
  for (const { name, op } of items)
    if (name && !found.has(name.text))
      found.set(name.text, { name: { kind: "layer", name: name.text, of: name.span.from, scope }, op });
  return found;
}

function declare(list: Named, block: string, tree: Tree | undefined, reading: Reading): void {
  const { put } = reading;
  for (const { name, span } of block === "" ? inputsOf(tree) : inputsOfBlock({ value: tree! } as Entry)) {
    const one = list.known.get(name);
    if (span && one) put({ ...one.name, of: span.from, whole: span }, span);
  }
  for (const item of list.body.items) {
    const { name, from, weights } = item;
    if (name)
      put(
        { kind: "layer", name: name.text, of: name.span.from, scope: `layers of ${block}`, whole: item.span },
        name.span,
      );
    for (const value of [from, weights]) if (value) refer(value, list, reading);
    call(item, reading);
    const values = [...item.args.map((arg) => arg.value), item.repeat, item.when];
    for (const value of values) if (value) use(value, list, block, reading);
    if (item.op.startsWith("$")) use({ kind: "text", value: item.op, span: item.opSpan }, list, block, reading);
  }
  if (list.body.outputs) refer(list.body.outputs, list, reading);
}

/** The block that a layer calls, its arguments, and blocks that are handed on as one. */
function call({ op, opSpan, args }: Item, reading: Reading): void {
  const { entries, blocks, chosen, put } = reading;
  const block = blocks.has(op) ? entries.get(op) : undefined;
  if (!block) return;
  put(blockNamed(block), opSpan);
  const params = entriesOf(get(block.value, "params"));
  for (const { name, nameSpan, value } of args) {
    const param = params.find(({ key }) => key === name);
    if (param && nameSpan) put(parameterNamed(param, op), nameSpan);
    if (param && chosen.get(op)?.has(param.key)) blockIn(value, reading);
  }
}

function blockIn(value: Value, { entries, blocks, put }: Reading): void {
  const block = value.kind === "text" && blocks.has(value.value) ? entries.get(value.value) : undefined;
  if (block) put(blockNamed(block), value.span);
}

/** What a value names that is read: a layer, or one of several results of it. */
function refer(value: Value, list: Named, { put, text }: Reading): void {
  for (const one of value.kind === "list" ? value.items : [value])
    if (one.kind === "text") for (const { name, span } of referenceIn(one.value, one.span, list, text)) put(name, span);
}

/** What stands in expressions: parameters, and sizes of layers. */
function use(value: Value, list: Named, block: string, reading: Reading): void {
  if (value.kind === "list") for (const one of value.items) use(one, list, block, reading);
  if (value.kind === "map") for (const one of value.entries) use(one.value, list, block, reading);
  if (value.kind !== "text" || !value.value.startsWith("$")) return;
  const { text, entries, put } = reading;
  const params = entriesOf(get(entries.get(block)?.value, "params"));
  for (const { word, span } of wordsOf(value.span, text)) {
    const param = params.find(({ key }) => key === word);
    const dot = word.lastIndexOf(".");
    if (dot < 0 && param) put(parameterNamed(param, block), span);
    if (dot >= 0)
      for (const one of referenceIn(word.slice(0, dot), { from: span.from, to: span.from + dot }, list, text))
        put(one.name, one.span);
  }
}
