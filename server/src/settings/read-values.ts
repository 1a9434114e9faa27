import type { ReadOptions } from "../core/format";
import { say } from "../core/message";
import { nearest } from "../core/nearest";
import type { Report } from "../core/problem";
import { type Entry, entriesOf, itemsOf, type Tree, textOf } from "../tree/tree";
import { type Context, unknownWord, wrong } from "./reading";

export function boolAt(entry: Entry | undefined, report: Report): boolean {
  if (!entry) return false;
  const { value } = entry;
  if (value.kind === "scalar" && typeof value.value === "boolean") return value.value;
  wrong(entry, say`true or false`, report);
  return false;
}

export function dialectAt(entry: Entry | undefined, { known, report }: Context): string | undefined {
  if (!entry) return undefined;
  const text = textOf(entry.value);
  if (text !== undefined && known.dialects.includes(text)) return text;
  const near = nearest(text ?? "", known.dialects);
  if (!near) wrong(entry, say`one of ${known.dialects.join(", ")}`, report);
  else unknownWord(entry.value.span, say`no dialect is called ${text!}`, near, report);
  return undefined;
}

/** `[3, 640, 640]`, or one list for each name of an input. */
export function inputAt(entry: Entry | undefined, report: Report): ReadOptions["input"] {
  if (!entry) return undefined;
  const single = sizes(entry.value);
  if (single) return single;
  const named = entriesOf(entry.value).map(({ key, value }) => [key, sizes(value)] as const);
  if (named.length && named.every(([, shape]) => shape))
    return Object.fromEntries(named) as { [name: string]: number[] };
  wrong(entry, say`a list of sizes without the batch, such as [3, 640, 640]`, report);
  return undefined;
}

/** Letters, or whatever a file calls its sizes. */
export function scalesAt(entry: Entry | undefined, report: Report): readonly string[] | undefined {
  if (!entry) return undefined;
  const items = entry.value.kind === "list" ? itemsOf(entry.value) : [entry.value];
  const all = items.map(textOf);
  if (all.length && all.every((one) => one !== undefined && /^\w+$/.test(one))) return all as readonly string[];
  wrong(entry, say`a list of sizes of a model, such as [n, s]`, report);
  return undefined;
}

function sizes(tree: Tree): readonly number[] | undefined {
  const items = itemsOf(tree).map((item) => (item.kind === "scalar" ? item.value : undefined));
  const sound =
    items.length > 0 && items.every((item) => typeof item === "number" && Number.isInteger(item) && item > 0);
  return sound ? (items as readonly number[]) : undefined;
}

export function globsAt(entry: Entry | undefined, report: Report): readonly string[] {
  if (!entry) return [];
  const single = textOf(entry.value);
  const all = single === undefined ? itemsOf(entry.value).map(textOf) : [single];
  if (all.length && all.every((glob) => glob !== undefined)) return all;
  if (entry.value.kind !== "list" || all.length) wrong(entry, say`a list of globs, such as ["generated/**"]`, report);
  return [];
}
