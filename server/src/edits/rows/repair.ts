import { lineStart } from "../../core/lines";
import type { Call, Repair } from "../../core/problem";
import type { Span } from "../../core/span";
import { itemsOf } from "../../tree/tree";
import { editCall, requoted } from "../edit-call";
import { itemOf } from "../items";
import { remove } from "./remove";
import type { Change, Row, Sheet } from "./sheet";
import { spotOf } from "./spot";

/** What a rule wants of a layer, as edits; nothing where that cannot be written, or the layer stands in several lists. */
export function repaired(sheets: readonly Sheet[], { row: { from }, instead }: Repair): Change {
  const places = sheets.flatMap((sheet) => {
    const row = sheet.rows.findIndex(({ span }) => span.from === from);
    return row < 0 ? [] : [{ sheet, row }];
  });
  const [place, ...more] = places;
  if (!place || more.length) return undefined;
  const { sheet, row } = place;
  return instead ? changed(sheet, sheet.rows[row]!, instead) : removed(sheet, row);
}

function removed(sheet: Sheet, row: number): Change {
  if (!isLastStill(sheet, row) || isSteered(sheet, sheet.rows[row]!)) return undefined;
  return remove(sheet, row);
}

/** Whose result is that of the list only by its place leaves that place to what it reads. */
function isLastStill({ rows, last }: Sheet, gone: number): boolean {
  if (gone !== last) return true;
  const [source, ...more] = rows[gone]!.reads;
  const before = rows.findLastIndex(({ aside }, i) => i < gone && !aside);
  const isWhole = source?.written === "absolute" || source?.written === "relative" || source?.written === "nothing";
  return isWhole && !more.length && source.target === before;
}

/** Comments that steer what is told below would go, or stand for another row. */
function isSteered({ text }: Sheet, row: Row): boolean {
  const { line, tail } = spotOf(row, text);
  const own = text.slice(line, tail.to);
  const above = text.slice(lineStart(text, Math.max(0, line - 1)), line);
  return /convlint-(?!disable-line\b)/.test(own) || /convlint-disable-next-line\b/.test(above);
}

function changed({ text, json, counts }: Sheet, { tree }: Row, { op, args }: Call): Change {
  if (!counts) {
    const said = args.map(({ word, value }) => ({ word, text: json ? JSON.stringify(value) : value }));
    const { call } = itemOf(tree);
    return isPlain(call?.value.span ?? tree.span, text)
      ? editCall(tree, call, { op, args: said }, text, json)
      : undefined;
  }
  const [, , module, own] = itemsOf(tree);
  if (args.length || !module || own?.kind !== "list" || !own.flow || !isPlain(own.span, text)) return undefined;
  return [
    { span: module.span, text: requoted(module.span, op, text) },
    ...(own.items.length ? [{ span: own.span, text: "[]" }] : []),
  ];
}

/** No comment would be lost, and nothing that other places repeat. */
const isPlain = ({ from, to }: Span, text: string): boolean => !/(?:^|\s)[#&*]/.test(text.slice(from, to));
