import { align } from "../align";
import { type Change, changesBetween } from "./changes";
import type { Figures, Layer } from "./layer";
import { type Places, readsSame } from "./reads";

export type Kind = "added" | "removed" | "changed" | "follows";

/** A layer that is not what it was. */
export interface LayerDifference {
  /** "follows": nothing of it is written otherwise, but its figures are others by what is. */
  readonly kind: Kind;
  readonly old?: Layer;
  readonly new?: Layer;
  /** The layers around it, from the model's own list on, on a side where it is. */
  readonly within: readonly Layer[];
  readonly changes: readonly Change[];
}

export interface Pairing {
  /** Rows of the models' own lists that are the same in all. */
  readonly equal: number;
  readonly differences: readonly LayerDifference[];
}

/** Two lists of layers, paired as they are most alike; what is inside of two that belong together is paired too. */
export function pairLayers(olds: readonly Layer[], news: readonly Layer[], within: readonly Layer[] = []): Pairing {
  const pairs = align(
    olds.length,
    news.length,
    (i, j) => likeness(olds[i]!, news[j]!),
    (i, j) => isSame(olds[i]!, news[j]!),
  );
  const places: Places = new Map(
    pairs.flatMap(({ old, new: now }) => (old === undefined || now === undefined ? [] : [[old, now] as const])),
  );
  let equal = 0;
  const differences = pairs.flatMap(({ old, new: now }): readonly LayerDifference[] => {
    const [before, after] = [old === undefined ? undefined : olds[old], now === undefined ? undefined : news[now]];
    if (!before) return [{ kind: "added", new: after!, within, changes: [] }];
    if (!after) return [{ kind: "removed", old: before, within, changes: [] }];
    const found = between(before, after, readsSame(before, after, olds, news, places), within);
    if (!found.length) equal++;
    return found;
  });
  return { equal, differences };
}

function between(old: Layer, now: Layer, reads: boolean, within: readonly Layer[]): readonly LayerDifference[] {
  const read: Change = { name: "from", old: fromText(old), new: fromText(now) };
  const changes = [...(reads ? [] : [read]), ...changesBetween(old, now)];
  const inside = old.isThere && now.isThere && old.inside.length && now.inside.length;
  const deeper = inside ? pairLayers(old.inside, now.inside, [...within, now]).differences : [];
  const kind = changes.length ? "changed" : sameFigures(old.figures, now.figures) ? undefined : "follows";
  return [...(kind ? [{ kind, old, new: now, within, changes } as const] : []), ...deeper];
}

export const fromText = ({ from }: Layer): string => (from.length === 1 ? String(from[0]) : `[${from.join(", ")}]`);

export const sameFigures = (a: Figures, b: Figures): boolean =>
  a.output === b.output && a.parameters === b.parameters && a.MACs === b.MACs;

/** Written alike and standing alike, so that two that begin or end lists are a pair. */
const isSame = (a: Layer, b: Layer): boolean =>
  (a.index === b.index || a.from.every((from) => from === -1 || typeof from === "string")) &&
  fromText(a) === fromText(b) &&
  a.inside.length === b.inside.length &&
  changesBetween(a, b).length === 0;

/**
 * The operator decides, then its name and arguments; what a row reads and weighs tells apart those that have the same.
 * A pair of one operator is worth more than any agreement of arguments two rows further on.
 */
function likeness(a: Layer, b: Layer): number {
  const near = (fromText(a) === fromText(b) ? 0.5 : 0) + (a.figures.parameters === b.figures.parameters ? 0.5 : 0);
  const named = a.name !== undefined && a.name === b.name ? 2 : 0;
  if (a.type !== b.type) return 0.1 + near / 4 + named;
  return 8 + near + named + 2 * sharedArgs(a, b);
}

function sharedArgs({ args: a }: Layer, { args: b }: Layer): number {
  const most = Math.max(a.length, b.length);
  if (!most) return 1;
  return a.filter(({ name, shown }) => b.some((other) => other.name === name && other.shown === shown)).length / most;
}
