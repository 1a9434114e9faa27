import type { Figure } from "../../../analysis/summarise";
import type { Kept, Side } from "../comparison";
import { keptWeights } from "../kept-weights";
import type { Change } from "./changes";
import { type Grouped, grouped } from "./group";
import type { Compared } from "./layer";
import { pairLayers } from "./pair-layers";
import { type Total, totalsOf } from "./totals";

/** Two models of one size each, compared. */
export interface ModelsComparison {
  readonly old: Side;
  readonly new: Side;
  readonly isEqual: boolean;
  /** How many rows of the models' own lists are the same. */
  readonly equal: number;
  /** What is written otherwise, in the order of the rows. */
  readonly changes: readonly Grouped[];
  /** What has other figures by that. */
  readonly follows: readonly Grouped[];
  readonly totals: readonly Total[];
  readonly kept?: Kept;
  /** What stands beside the layers, and is said otherwise. */
  readonly keys: readonly Change[];
}

export function compareLayers(
  [old, before]: readonly [Side, Compared],
  [now, after]: readonly [Side, Compared],
  keys: readonly Change[],
): ModelsComparison {
  const { equal, differences } = pairLayers(before.layers, after.layers);
  const groups = grouped(differences);
  const totals = totalsOf(before, after);
  const kept = keptWeights(before, after);
  return {
    old,
    new: now,
    isEqual: !differences.length && totals.every((total) => total.equal),
    equal,
    changes: groups.filter(({ kind }) => kind !== "follows"),
    follows: groups.filter(({ kind }) => kind === "follows"),
    totals,
    ...(kept && { kept }),
    // Shapes that a model takes are among its totals.
    keys: keys.filter(({ name }) => name !== "input" || totals.every((total) => total.name !== "input" || total.equal)),
  };
}

/** Whether another size of the models has nothing to tell but other figures: no row is written otherwise that is not here. */
export function tellsAll(one: ModelsComparison, other: ModelsComparison): boolean {
  const told = new Set(one.changes.map(placeOf));
  return other.changes.every((group) => told.has(placeOf(group)));
}

/** Comparisons that are told whole, the first always, and those of which the figures alone are news. */
export function inTurn([first, ...rest]: readonly ModelsComparison[]) {
  const brief = rest.filter((one) => tellsAll(first!, one));
  return { whole: [first!, ...rest.filter((one) => !brief.includes(one))], brief };
}

const placeOf = ({ kind, first }: Grouped): string => [kind, first.old?.place, first.new?.place].join(" ");

export const isNumber = (figure: Figure): figure is number => typeof figure === "number";
