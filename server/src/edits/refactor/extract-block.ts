import { applied, inOrder } from "../../core/edit";
import { type Message, say } from "../../core/message";
import type { Edit } from "../../core/problem";
import { entriesOf } from "../../tree/tree";
import { styleOf } from "../edit-item";
import { itemOf } from "../items";
import { isAnchored } from "../rows/duplicate";
import { renumber } from "../rows/renumber";
import { referencesIn } from "../rows/sheet";
import { spotOf } from "../rows/spot";
import { layerText } from "../write";
import { isSameGraph } from "./proof";
import { putBlock } from "./put-block";
import type { Refactoring, Site } from "./refactoring";
import { sourcesIn } from "./sources";

/** Layers become a block of their own, which is called where they stood. */
export function extractBlock(site: Site): readonly Refactoring[] {
  const { sheet, first, last, selected } = site;
  if (sheet.counts) return [];
  const name = freeBlock(sheet.text);
  const count = last - first + 1;
  const title = count === 1 ? say`Extract this layer to block ${name}` : say`Extract ${count} layers to block ${name}`;
  const edits = selected ? extracted(site, name) : say`select the layers that are to be a block`;
  return edits ? [{ kind: "refactor.extract.block", title, edits, holds: isSameGraph }] : [];
}

function freeBlock(text: string): string {
  const taken = new Set(text.match(/[A-Za-z_]\w*/g));
  for (let i = 1; ; i++) {
    const name = i === 1 ? "Block" : `Block${i}`;
    if (!taken.has(name)) return name;
  }
}

function extracted(site: Site, name: string): readonly Edit[] | Message | undefined {
  const { sheet, first, last, root } = site;
  const { rows, text, json } = sheet;
  const within = (row: number | undefined): boolean => row !== undefined && first <= row && row <= last;
  const inner = rows.slice(first, last + 1);
  const end = rows[last]!;
  const isResult = sheet.last !== undefined && first <= sheet.last && sheet.last < last;
  if (inner.some((_, i) => isAnchored(sheet, first + i)) || end.aside || isResult) return undefined;
  const read = referencesIn(sheet).find(
    ({ ref, reader }) => within(ref.target) && ref.target !== last && !within(reader),
  );
  const middle = read && rows[read.ref.target!]!;
  if (middle)
    return say`${middle.name ?? middle.op} in the middle of it is read outside, and a block gives what its last layer does`;
  const needed = inner.find((row) => row.name !== undefined && isNeeded(row.name, site));
  if (needed) return say`${needed.name!} is named outside`;
  const sources = sourcesIn(site);
  if ("words" in sources) return sources;

  const moved = (row: number): number => (row < first ? row : row <= last ? first : row - (last - first));
  const shifted = renumber(sheet, moved, (_, reader) => (within(reader) ? [] : "as ever"));
  const body = bodyOf(site, sources.edits);
  if (!shifted || !body) return undefined;
  const item = itemOf(rows[first]!.tree);
  const style = styleOf(item, rows[first]!.list, text, json);
  const naming = entriesOf(end.tree).find(({ key }) => key === "name")?.value.span;
  const siblings = [
    ...(sources.from === undefined ? [] : [["from", sources.from] as const]),
    ...(naming ? [["name", text.slice(naming.from, naming.to)] as const] : []),
  ];
  const args = sources.params.map((word) => ({ word, text: json ? `"$${word}"` : `$${word}` }));
  const call = layerText({ op: name, args }, siblings, text, style);
  const block = putBlock(root, { name, inputs: sources.inputs, params: sources.params, rows: body.rows }, text, json);
  return block && [...shifted, { span: body.span, text: call }, block];
}

/** Whether a name is said outside in a way that is no reference: with one of its results, or its size. */
function isNeeded(name: string, { sheet: { text, rows }, first, last }: Site): boolean {
  const around = text.slice(0, rows[first]!.span.from) + text.slice(rows[last]!.span.to);
  return new RegExp(`\\b${name}\\.|\\bweights["']?:\\s*["']?${name}\\b`).test(around);
}

/** The rows as they are written, each with its comments, and from where to where they stand. */
function bodyOf({ sheet, first, last }: Site, edits: readonly Edit[]) {
  const { rows, text } = sheet;
  const [one, end] = [rows[first]!, rows[last]!];
  const span = { from: one.span.from, to: end.span.to };
  const put = (from: number, to: number): string => {
    const own = edits.filter((edit) => from <= edit.span.from && edit.span.from < to);
    const shift = own.map((edit) => ({
      ...edit,
      span: { from: edit.span.from - from, to: Math.min(edit.span.to, to) - from },
    }));
    return applied(text.slice(from, to), inOrder(shift));
  };
  if (one.list.flow) {
    const isPlain = !/(?:#|\/\/)/.test(text.slice(span.from, span.to));
    return isPlain
      ? { span, rows: rows.slice(first, last + 1).map((row) => put(row.span.from, row.span.to)) }
      : undefined;
  }
  const spots = rows.slice(first, last + 1).map((row) => spotOf(row, text));
  if (spots.some(({ begins }) => !begins)) return undefined;
  const { lead } = spots[0]!;
  const whole = { from: span.from, to: spots.at(-1)!.tail.to };
  const lines = (lead + put(whole.from, whole.to).trimEnd()).split(/\r\n|\r|\n/);
  const indent = /^[ \t]*/.exec(lead)![0];
  return {
    span: whole,
    rows: lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())),
  };
}
