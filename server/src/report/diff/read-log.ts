import type { DataFile } from "../../core/beside";
import { readList } from "./printed-value";
import type { Line, Sums } from "./table";

/** A table in a log, with what the lines around it say. */
export interface LoggedTable {
  /** Of its first row, from one. */
  readonly line: number;
  readonly rows: readonly Line[];
  /** Of the line below it; absent where the log ends before, or only speaks of a model that was fused. */
  readonly sums?: Sums;
  readonly fused: boolean;
  /** What the library says that it puts in the place of keys of the model file. */
  readonly replaced: DataFile;
}

type Draft = { -readonly [K in keyof LoggedTable]: LoggedTable[K] } & { rows: Line[]; text?: string };

const [esc, bell] = [27, 7].map((code) => String.fromCharCode(code));
/** What makes a terminal change colours, and titles and links that end with a bell. */
const colours = new RegExp(`${esc}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\))`, "g");
const header = /\bfrom\s+n\s+params\s+module\s+arguments\b/;
/** Whatever stands in front; a wide list touches the number before it, and a long name the list behind it. */
const row = /(\d+)(?:\s+(-?\d+)|\s*(\[[-\d,\s]*\]))\s+(\d+)\s+(\d[\d,_]*)(?:\.0)?\s+([A-Za-z_][\w.]*)\s*(\[.*)$/;
const summary =
  /\bsummary\b([^:]*):\s*([\d,]+) layers,\s*([\d,]+) parameters(?:,\s*([\d,]+) gradients)?(?:,\s*([\d,]+(?:\.(\d+))?) GFLOPs)?/i;
const replacing = /\bOverriding model\.yaml (?:nc=\S+ with nc=(\d+)|kpt_shape=.* with kpt_shape=[[(]([\d, ]+)[\])])/i;

/** Every table of layers in the text of a log, in order, with colours, progress bars and other lines in between. */
export function tablesIn(log: string): readonly LoggedTable[] {
  const tables: Draft[] = [];
  let open: Draft | undefined;
  let replaced: DataFile = {};
  let number = 1;
  for (const written of log.split(/(\r\n|\n|\r)/)) {
    if (/^[\r\n]+$/.test(written)) {
      if (written !== "\r") number++;
      continue;
    }
    const line = written.replace(colours, "").trimEnd();
    const found = rowIn(line);
    if (found) {
      if (open?.text === line) continue;
      if (!open || found.index <= open.rows.at(-1)!.index) {
        open = { line: number, rows: [], fused: false, replaced };
        tables.push(open);
        replaced = {};
      }
      open.rows.push(found);
      open.text = line;
      continue;
    }
    replaced = { ...replaced, ...replacedBy(line) };
    if (header.test(line)) open = undefined;
    const table = tables.at(-1);
    if (table && !table.sums) readSummary(line, table);
  }
  return tables.map(({ text: _, ...table }) => table);
}

/** Longer than any row; a bar that was drawn a thousand times stands on one line. */
const longest = 4096;

function rowIn(line: string): Line | undefined {
  const match = line.length <= longest ? row.exec(line) : null;
  if (!match) return undefined;
  const [, index, one, several, repeats, parameters, module, args] = match;
  return {
    index: Number(index),
    from: several === undefined ? [Number(one)] : (several.match(/-?\d+/g) ?? []).map(Number),
    repeats: Number(repeats),
    module: module!.slice(module!.lastIndexOf(".") + 1),
    args: readList(args!),
    parameters: Number(parameters!.replace(/[,_]/g, "")),
  };
}

function replacedBy(line: string): DataFile {
  const [, classes, shape] = (line.length <= longest && replacing.exec(line)) || [];
  if (classes !== undefined) return { classes: Number(classes) };
  return shape === undefined ? {} : { kptShape: (shape.match(/\d+/g) ?? []).map(Number) };
}

function readSummary(line: string, table: Draft): void {
  const match = line.length <= longest ? summary.exec(line) : null;
  if (!match) return;
  const [, which, layers, parameters, gradients, gflops, digits] = match;
  if (/fused/i.test(which!)) {
    table.fused = true;
    return;
  }
  table.sums = {
    layers: amount(layers),
    parameters: amount(parameters),
    gradients: amount(gradients),
    gflops: amount(gflops),
    digits: digits?.length ?? 0,
  };
}

const amount = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text.replaceAll(",", ""));

/** Rows from the first on, none left out. */
export const isWhole = ({ rows }: LoggedTable): boolean => rows.every(({ index }, i) => index === i);

/** The last table that is there from its first row to the line below it; else the last with all rows; else the last. */
export const lastWhole = (tables: readonly LoggedTable[]): LoggedTable | undefined =>
  tables.findLast((table) => isWhole(table) && (table.sums || table.fused)) ??
  tables.findLast(isWhole) ??
  tables.at(-1);
