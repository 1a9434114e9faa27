import type { Arg, Lead, Slot } from "../../core/graph";
import { type Message, say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import { entriesOf, get, isMissing, itemsOf, type Tree, type TreeMap, textOf } from "../../tree/tree";
import { valueAt } from "../../tree/value";
import { argsOf } from "./arguments";
import { type Reader, siblings } from "./reader";
import { isName } from "./validate";

/** One entry of `layers:` as written. */
export interface Item {
  readonly span: Span;
  readonly op: string;
  readonly opSpan: Span;
  readonly args: readonly Arg[];
  readonly name?: Named;
  readonly from?: Value;
  readonly repeat?: Value;
  readonly when?: Value;
  readonly only?: Value;
  readonly weights?: Value;
  readonly lead?: Lead;
  readonly slot?: Slot;
}

export interface Named {
  readonly text: string;
  readonly span: Span;
}

/** The layers of the model, or of a block. */
export interface Body {
  readonly items: readonly Item[];
  readonly inputs: readonly string[];
  readonly outputs?: Value;
}

/** Read once, however often a block is called. */
export function readBody(tree: Tree | undefined, reader: Reader): Body {
  const { text, report } = reader;
  const outputs = get(tree, "outputs");
  const layers = get(tree, "layers");
  if (layers && layers.kind !== "list" && !isMissing(layers))
    report(problem("wrong-layer", layers.span, say`layers is a list: each layer begins with a dash`));
  return {
    items: itemsOf(layers).map((item) => readItem(item, placeOf(item, layers!, text), reader)),
    inputs: itemsOf(get(tree, "inputs")).map((name) => textOf(name) ?? ""),
    ...(outputs && { outputs: valueAt(outputs, outputs.span) }),
  };
}

type Placed = Pick<Item, "span" | "lead" | "slot">;

function placeOf(item: Tree, list: Tree, text: string): Placed {
  const lead = leadOf(item, list, text);
  const slot = slotOf(item, text);
  return { span: item.span, ...(lead && { lead }), ...(slot && { slot }) };
}

/** Where a layer goes that is put before this one. */
function leadOf(item: Tree, list: Tree, text: string): Lead | undefined {
  const at = item.span.from;
  if (list.kind !== "list" || list.span.from === list.span.to) return undefined;
  if (list.flow) return { at, after: ", " };
  const line = lineStart(text, at);
  const dash = /^(\s*)-\s+$/.exec(text.slice(line, at));
  return dash ? { at, after: `\n${dash[0]}` } : undefined;
}

/** Not by `lastIndexOf`, which walks a whole text in search of a line end that it does not use. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

/** Where an argument goes that is added: behind the last one between braces, else on a line above the first. */
function slotOf(item: Tree, text: string): Slot | undefined {
  const call = entriesOf(item)[0]?.value;
  const args = entriesOf(call);
  const [first, last] = [args[0], args.at(-1)];
  if (call?.kind !== "map" || !first || !last) return undefined;
  // What an alias or a merge brings in is written elsewhere, and read elsewhere too.
  const { from, to } = item.span;
  if (call.span.from < from || args.some(({ keySpan, value }) => keySpan.from < from || value.span.to > to))
    return undefined;
  const start = first.keySpan.from;
  const quotes = [text[start - 1], text[start]].find((char) => char === '"' || char === "'") ?? "";
  if (call.flow) return { at: last.value.span.to, before: ", ", after: "", quotes };
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^\s+$/.test(indent) ? { at: start, before: "", after: `\n${indent}`, quotes } : undefined;
}

/** An operator's name, or a map that begins with one; siblings say how the layer is used. */
function readItem(tree: Tree, place: Placed, reader: Reader): Item {
  const { span } = place;
  if (tree.kind === "map") return readMap(tree, place, reader);
  const op = textOf(tree);
  if (op === undefined) reader.report(problem("wrong-layer", span, nothingHere(tree)));
  return { ...place, op: op ?? "", opSpan: span, args: [] };
}

const nothingHere = (tree: Tree): Message =>
  isMissing(tree)
    ? say`a layer is missing behind this dash`
    : say`a layer is an operator's name, or a map that begins with one`;

function readMap(tree: TreeMap, place: Placed, reader: Reader): Item {
  const { report } = reader;
  const [call, ...beside] = tree.entries;
  if (!call) {
    report(problem("wrong-layer", tree.span, say`this layer is empty`));
    return { ...place, op: "", opSpan: tree.span, args: [] };
  }
  const { args, strays } = argsOf(call, reader);
  const rest = [...beside, ...strays];
  for (const { key, keySpan } of beside) {
    if ((siblings as readonly string[]).includes(key)) continue;
    const near = nearest(key, siblings);
    const message = say`a layer has ${siblings.join(", ")} beside its operator; ${key} is none of them${didYouMean(near)}`;
    report(problem("unknown-key", keySpan, message, changeTo(near, keySpan)));
  }
  const sibling = (key: (typeof siblings)[number]): Value | undefined => {
    const found = rest.find((entry) => entry.key === key);
    return found && valueAt(found.value, found.keySpan);
  };
  const name = rest.find((entry) => entry.key === "name");
  if (name && !isName(textOf(name.value) ?? "")) {
    const span = isMissing(name.value) ? name.keySpan : name.value.span;
    const found = textOf(name.value) ?? "nothing";
    report(
      problem("wrong-name", span, say`${found} is no name: a name has letters, digits and _, and begins with no digit`),
    );
  }
  const settings = Object.fromEntries(
    siblings
      .slice(1)
      .map((key) => [key, sibling(key)])
      .filter(([, value]) => value),
  );
  return {
    ...place,
    op: call.key,
    opSpan: call.keySpan,
    args,
    ...(name && { name: { text: textOf(name.value) ?? "", span: name.value.span } }),
    ...settings,
  };
}
