import type { Layer } from "./layer";

/** By the number of a row of the old list, that of the row that stands there in the new one. */
export type Places = ReadonlyMap<number, number>;

/**
 * Whether a layer reads what it read before, also where rows that have come in or gone have moved that on. The row
 * directly above is the row directly above, whatever it is.
 */
export function readsSame(
  before: Layer,
  after: Layer,
  olds: readonly Layer[],
  news: readonly Layer[],
  places: Places,
): boolean {
  return (
    before.from.length === after.from.length &&
    before.from.every((from, i) => {
      const now = after.from[i]!;
      if (from === now && (from === -1 || typeof from === "string")) return true;
      const [old, read] = [sourceOf(from, before, olds), sourceOf(now, after, news)];
      if (typeof old === "string" || typeof read === "string") return old === read;
      const moved = places.get(old.row);
      // What it read is gone: it reads the same where it says the same.
      if (moved === undefined) return from === now;
      return moved === read.row && old.port === read.port;
    })
  );
}

type Source = { readonly row: number; readonly port: string } | string;

/** The row that is read, by its number; a word where it is none of this list. */
function sourceOf(from: number | string, { index }: Layer, layers: readonly Layer[]): Source {
  if (typeof from === "number") {
    const row = from < 0 ? index + from : from;
    return row < 0 ? "input" : { row, port: "" };
  }
  const [, name = from, port = ""] = /^(.*?)\.(-?\d+)$/.exec(from) ?? [];
  // Of two rows with one name the last above is meant.
  const row = layers.findLastIndex((layer, i) => i < index && layer.name === name);
  return row < 0 ? from : { row, port };
}
