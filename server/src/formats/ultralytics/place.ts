import type { Choice, Place } from "../../core/format";
import type { Document } from "../../tree/document";
import { entriesOf, get, type Tree } from "../../tree/tree";
import { type Where, whereIn } from "../../tree/where";
import { lineAt } from "../line";
import { newItem } from "../new-item";
import type { Dialect } from "./dialect";
import { letters, pointEntries, scaleEntries, topKeys, topValues } from "./keys";
import { placeInRow, rowAt } from "./place-row";

/** What every place says. */
export type Here = Pick<Place, "span" | "vocabulary">;

/** Where one is, told by the lines and brackets above alone; what else there is in the file, by the tree as far as it reaches. */
export function place(dialect: Dialect, document: Document, offset: number): Place | undefined {
  const { text } = document;
  const where = whereIn(text, offset);
  if (!where || where.quoted) return undefined;
  const here: Here = { span: lineAt(text, offset).word, vocabulary: dialect.vocabulary };
  const found = placeIn(where, here, { dialect, document, offset });
  const begun = newItem(text, offset);
  const [part, index, ...inside] = begun?.where.path ?? [];
  const isRow = (part === "backbone" || part === "head") && typeof index === "number" && !inside.length;
  if (!begun || !isRow) return found;
  const also = { ...rowAt(here, "[", "]"), lead: begun.lead };
  return found ? { ...found, also } : also;
}

interface File {
  readonly dialect: Dialect;
  readonly document: Document;
  readonly offset: number;
}

function placeIn(where: Where, here: Here, { dialect, document, offset }: File): Place | undefined {
  const { text, root } = document;
  const [top, second, ...rest] = where.path;
  if (top === undefined) return where.at === "key" ? keyIn(root, topKeys(dialect), here) : undefined;
  if (top === "scales") return inScales(where, get(root, "scales"), here, text);
  const values = where.at === "value" && where.path.length === 1 ? topValues.get(String(top)) : undefined;
  if (values) return { ...here, kind: "word", words: values };
  if (top === "kpt_shape" && typeof second === "number") return entryOf(pointEntries, second, here);
  if ((top !== "backbone" && top !== "head") || typeof second !== "number") return undefined;
  return placeInRow({ here, where, document, offset, part: top, index: second, inside: rest });
}

/** Keys that count for nothing beside others. */
const instead: { readonly [key: string]: readonly string[] } = {
  depth_multiple: ["scales"],
  width_multiple: ["scales"],
  scales: ["depth_multiple", "width_multiple"],
};

const keyIn = (tree: Tree | undefined, keys: readonly Choice[], here: Here): Place => {
  const others = entriesOf(tree).filter(({ keySpan: { from, to } }) => here.span.to < from || to < here.span.from);
  const written = new Set(others.map(({ key }) => key));
  const counts = ({ name }: Choice): boolean =>
    !written.has(name) && !(instead[name] ?? []).some((key) => written.has(key));
  return { ...here, kind: "key", keys: keys.filter(counts) };
};

/** Letters may be any; those that are written name a size of the model as the usual ones do. */
function inScales({ path, at }: Where, scales: Tree | undefined, here: Here, text: string): Place | undefined {
  const [, letter, position] = path;
  if (typeof position === "number") return entryOf(scaleEntries, position, here);
  if (letter !== undefined || at !== "key") return undefined;
  const word = text.slice(here.span.from, here.span.to);
  const own = { name: word, doc: "A size of the model: `[depth, width, max_channels]`.", model: word };
  const isWritten = word !== "" && entriesOf(scales).some(({ key }) => key === word);
  return keyIn(scales, isWritten ? [own] : letters, here);
}

/** One of the numbers of a list in which each has a meaning of its own. */
const entryOf = (entries: readonly Choice[], active: number, here: Here): Place | undefined =>
  active < entries.length ? { ...here, kind: "word", words: [], list: { entries, active } } : undefined;
