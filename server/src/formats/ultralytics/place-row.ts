import type { Choice, Place } from "../../core/format";
import type { Document } from "../../tree/document";
import { entriesOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";
import type { Path, Where } from "../../tree/where";
import { rowEntries, usualRepeats } from "./keys";
import type { Here } from "./place";

interface InRow {
  readonly here: Here;
  readonly where: Where;
  readonly document: Document;
  readonly offset: number;
  readonly part: "backbone" | "head";
  /** The position of the row in its part. */
  readonly index: number;
  /** The way from the row inwards. */
  readonly inside: Path;
}

/** Inside of a list of rows: where a row can begin, in one of its four entries, or among its arguments. */
export function placeInRow(around: InRow): Place | undefined {
  const { here, inside, document, offset, where } = around;
  const [entry, position] = inside;
  if (entry === undefined) return /^[\w.-]*$/.test(where.typed) ? rowAt(here, "[", "]") : undefined;
  if (typeof entry !== "number" || entry > 3) return undefined;
  const list = { entries: rowEntries, active: entry };
  const rest = restOf(document.text, offset);
  const isOpen = !/^[\w.$-]*\s*[\],]/.test(rest);
  const end = isOpen ? "]" : "";
  if (entry === 0) {
    const isEmpty = isOpen || /^\s*\]\s*$/.test(rest);
    const begins =
      isEmpty && position === undefined && /\[\s*$/.test(document.text.slice(0, here.span.from).slice(-200));
    return {
      ...here,
      list,
      kind: "from",
      layers: layersAbove(around),
      ...(begins && { also: rowAt(here, "", end) }),
    };
  }
  if (entry === 1) return { ...here, list, kind: "word", words: usualRepeats };
  if (entry === 2) {
    const called = /^[\w.]*\s*,/.test(rest);
    const write = (op: string, args: readonly { readonly value: string }[]): string =>
      `${op}, [${args.map(({ value }) => value).join(", ")}]${end}`;
    return { ...here, list, kind: "op", more: [], byPosition: true, ...(!called && where.flow && { write }) };
  }
  const op = moduleOf(around);
  if (position === undefined && op !== undefined && where.flow && !where.typed)
    return {
      ...here,
      list,
      kind: "args",
      op,
      byPosition: true,
      write: (args) => `[${args.map(({ value }) => value).join(", ")}]${end}`,
    };
  const spelling = op === undefined ? undefined : here.vocabulary.spellings.get(op);
  const arg = typeof position === "number" ? spelling?.order[position] : undefined;
  if (op === undefined || arg === undefined) return { ...here, list, kind: "word", words: [] };
  const more = sayingsFor(arg, document);
  return { ...here, kind: "arg-value", op, arg, ...(more.length && { more }) };
}

const firstStop = "$" + "{1:0}";

/** Whole rows, whose words are stops of the tab key. */
export const rowAt = (here: Here, open: string, close: string): Place & { readonly kind: "start" } => ({
  ...here,
  kind: "start",
  row: (op, args, several) => `${open}${several ? `[-1, ${firstStop}]` : "-1"}, 1, ${op}, [${args}]${close}`,
  starts: [
    {
      name: "row",
      doc: "A row that reads the one above.",
      value: `${open}-1, 1, \${1:Conv}, [\${2:64, 3, 2}]${close}`,
    },
    {
      name: "row of several",
      doc: "A row that lays what others give side by side.",
      value: `${open}[-1, \${1:0}], 1, \${2:Concat}, [\${3:1}]${close}`,
    },
  ],
});

/** The rest of the line, without a comment. */
const restOf = (text: string, offset: number): string => /^[^\r\n#]*/.exec(text.slice(offset, offset + 500))![0];

/** Keys of the file that rows may name where an argument is called like them. */
const sayingsFor = (arg: string, { root }: Document): readonly Choice[] =>
  entriesOf(root)
    .filter(({ key, value }) => key === arg && value.kind !== "map")
    .map(({ key, value }) => ({
      name: key,
      doc: `As at the top of this file${textOf(value) ? `: ${textOf(value)}` : ""}.`,
    }));

const partOf = (root: Tree | undefined, part: string): readonly Tree[] => itemsOf(get(root, part));
const moduleIn = (row: Tree | undefined): string | undefined => textOf(itemsOf(row)[2]);

/** The row above under its short name, and then every row by its number, the nearest first. */
function layersAbove({ document: { root }, part, index }: InRow) {
  const before = part === "head" ? partOf(root, "backbone") : [];
  const rows = [...before, ...partOf(root, part).slice(0, index)].map((row, number) => ({
    name: String(number),
    op: moduleIn(row) ?? "",
    index: number,
  }));
  const last = rows.at(-1) ?? { op: "image", index: -1 };
  return [{ ...last, name: "-1" }, ...rows.reverse()];
}

/** By what is written of the row so far; where that has no brackets, by the tree. */
function moduleOf({ document: { text, root }, offset, part, index, where }: InRow): string | undefined {
  if (!where.flow) return moduleIn(partOf(root, part)[index]);
  const above = text.slice(0, offset).replace(/#[^\r\n]*/g, (comment) => " ".repeat(comment.length));
  const dash = [...above.matchAll(/^[ \t]*-[ \t]+(?=\[)/gm)].at(-1);
  const start = dash ? dash.index + dash[0].length : 0;
  const written = /^\[(?:\s*\[[^\]]*\]\s*|[^,[]*),[^,]*,\s*["']?([\w.]+)/.exec(above.slice(start))?.[1];
  return written ?? moduleIn(partOf(root, part)[index]);
}
