import { align, type Pair } from "./align";
import { agree, type Printed } from "./printed-value";
import type { Line, Sums } from "./table";

export type Field = "from" | "n" | "params" | "module" | "arguments";

/** Two rows that belong together, or one that the other model has not. */
export interface RowDifference {
  readonly old?: Line;
  readonly new?: Line;
  /** Empty where one of the two is missing. */
  readonly differs: readonly Field[];
}

/** A figure that both say. */
export interface Total {
  readonly name: "layers" | "parameters" | "gradients" | "GFLOPs";
  readonly old: number;
  readonly new: number;
  readonly equal: boolean;
}

export interface Difference {
  /** Rows that are the same in both. */
  readonly equal: number;
  readonly rows: readonly RowDifference[];
  readonly totals: readonly Total[];
  /** Rows whose parameters are not known in one of the two. */
  readonly uncounted: readonly Line[];
}

export const isEqual = ({ rows, totals }: Difference): boolean => !rows.length && totals.every(({ equal }) => equal);

/** What is different between two models, row by row. */
export function compare(olds: readonly Line[], news: readonly Line[], sums: readonly [Sums, Sums]): Difference {
  const pairs = align(
    olds.length,
    news.length,
    (i, j) => likeness(olds[i]!, news[j]!),
    (i, j) => isSame(olds[i]!, news[j]!),
  );
  const places = placesIn(pairs, olds, news);
  const rows = pairs.map(({ old, new: now }): RowDifference => {
    const [before, after] = [old === undefined ? undefined : olds[old], now === undefined ? undefined : news[now]];
    if (!before || !after) return { ...(before && { old: before }), ...(after && { new: after }), differs: [] };
    return { old: before, new: after, differs: fieldsIn(before, after, places) };
  });
  return {
    equal: rows.filter((row) => row.old && row.new && !row.differs.length).length,
    rows: rows.filter((row) => !row.old || !row.new || row.differs.length),
    totals: totalsIn(...sums),
    uncounted: pairs.flatMap(({ old, new: now }) => {
      const [before, after] = [old === undefined ? undefined : olds[old], now === undefined ? undefined : news[now]];
      return before && after && (before.parameters === undefined) !== (after.parameters === undefined) ? [before] : [];
    }),
  };
}

/** The row of the new model that stands where a row of the old one did, by their numbers. */
const placesIn = (pairs: readonly Pair[], olds: readonly Line[], news: readonly Line[]): ReadonlyMap<number, number> =>
  new Map(
    pairs.flatMap(({ old, new: now }) =>
      old === undefined || now === undefined ? [] : [[olds[old]!.index, news[now]!.index] as const],
    ),
  );

function fieldsIn(before: Line, after: Line, places: ReadonlyMap<number, number>): readonly Field[] {
  const fields: Field[] = [];
  if (!readsSame(before, after, places)) fields.push("from");
  if (before.repeats !== after.repeats) fields.push("n");
  if (!isUnsaid(before.parameters, after.parameters) && before.parameters !== after.parameters) fields.push("params");
  if (before.module !== after.module) fields.push("module");
  if (!argsAgree(before, after)) fields.push("arguments");
  return fields;
}

const isUnsaid = (...values: readonly unknown[]): boolean => values.some((value) => value === undefined);

const argsAgree = ({ args: a }: Line, { args: b }: Line): boolean => !a || !b || agree(a, b);

/** Reads the same rows, also where an insertion has moved these on. */
function readsSame(before: Line, after: Line, places: ReadonlyMap<number, number>): boolean {
  const target = (from: number | string, { index }: Line): number | string =>
    typeof from === "number" && from < 0 ? index + from : from;
  return (
    before.from.length === after.from.length &&
    before.from.every((from, i) => {
      const now = after.from[i]!;
      if (typeof from !== "number" || typeof now !== "number") return from === now;
      if (from < 0 && from === now) return true;
      const place = places.get(Number(target(from, before)));
      return place === undefined ? from === now : place === target(now, after);
    })
  );
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const isSame = (a: Line, b: Line): boolean =>
  a.index === b.index &&
  a.module === b.module &&
  a.repeats === b.repeats &&
  sameList(a.from, b.from) &&
  argsAgree(a, b);

/**
 * The module decides, then its arguments; what a row reads and weighs tells apart those that have the same. A pair
 * of one module is worth more than any agreement of arguments two rows further on.
 */
function likeness(a: Line, b: Line): number {
  const near = (sameList(a.from, b.from) ? 0.5 : 0) + (a.parameters === b.parameters ? 0.5 : 0);
  if (a.module !== b.module) return 0.1 + near / 4;
  return 8 + near + 2 * (argsAgree(a, b) ? 1 : shareOf(a.args ?? [], b.args ?? []));
}

/** How far two models are from each other: rows that differ, and how much of their arguments does. */
export const distance = ({ rows }: Difference): number =>
  rows.reduce((sum, { old, new: now }) => sum + (old && now ? 1 - shareOf(old.args ?? [], now.args ?? []) / 2 : 1), 0);

const shareOf = (a: readonly Printed[], b: readonly Printed[]): number =>
  a.filter((arg, i) => i < b.length && agree(arg, b[i]!)).length / Math.max(a.length, b.length, 1);

function totalsIn(old: Sums, now: Sums): readonly Total[] {
  const total = (name: Total["name"], key: keyof Sums, equal: (a: number, b: number) => boolean): readonly Total[] => {
    const [before, after] = [old[key], now[key]];
    return isUnsaid(before, after) ? [] : [{ name, old: before!, new: after!, equal: equal(before!, after!) }];
  };
  const same = (a: number, b: number): boolean => a === b;
  // Weights that are all frozen when the line is printed say nothing of those that are trained.
  const frozen = old.gradients === 0 || now.gradients === 0;
  return [
    ...total("layers", "layers", same),
    ...total("parameters", "parameters", same),
    ...(frozen ? [] : total("gradients", "gradients", same)),
    ...total("GFLOPs", "gflops", (a, b) => closeTo(a, b, now.digits ?? old.digits)),
  ];
}

/** Equal to the digits that are printed; halves may be rounded either way. */
const closeTo = (a: number, b: number, digits: number | undefined): boolean =>
  digits === undefined ? a === b : Math.abs(a - b) <= 0.5 * 10 ** -digits * (1 + 1e-9);
