import type { Lead, Slot } from "../../core/graph";
import { lineStart } from "../../core/lines";
import { entriesOf, type Tree } from "../../tree/tree";

/** Where a layer stands in its text, and where something can be written before it or into it. */
export function placeOf(item: Tree, list: Tree, text: string) {
  const lead = leadOf(item, list, text);
  const slot = slotOf(item, text);
  return { tree: item, span: item.span, ...(lead && { lead }), ...(slot && { slot }) };
}

/** Where a layer goes that is put before this one. */
function leadOf(item: Tree, list: Tree, text: string): Lead | undefined {
  const at = item.span.from;
  if (list.kind !== "list" || list.span.from === list.span.to) return undefined;
  const first = entriesOf(item)[0]?.keySpan.from ?? at;
  if (list.flow) return { at, after: ", ", quotes: quotesAt(first, text) };
  const line = lineStart(text, at);
  const dash = /^(\s*)-\s+$/.exec(text.slice(line, at));
  return dash ? { at, after: `\n${dash[0]}`, quotes: quotesAt(first, text) } : undefined;
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
  const quotes = quotesAt(start, text);
  if (call.flow) return { at: last.value.span.to, before: ", ", after: "", quotes };
  const indent = text.slice(lineStart(text, start), start);
  return /^\s+$/.test(indent) ? { at: start, before: "", after: `\n${indent}`, quotes } : undefined;
}

/** Those around a word that begins here, or right behind them. */
const quotesAt = (start: number, text: string): string =>
  [text[start - 1], text[start]].find((char) => char === '"' || char === "'") ?? "";
