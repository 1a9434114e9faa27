import { add, type Dim } from "../../core/dim";
import type { Call } from "../../core/op";
import { branch, firstChannels } from "./branches";
import { detect } from "./detect";
import { type Image, type Run, runner } from "./parts";

export interface Settings {
  readonly nc: number;
  readonly reg_max: number;
  readonly end2end: boolean | undefined;
  readonly legacy: boolean;
}

export interface Predictions {
  readonly N: Dim;
  readonly P: Dim;
  readonly A: Dim;
}

/** Prefixes of the sets of branches that a head has: a second one predicts without duplicates. */
export const setsOf = (end2end: boolean | undefined): readonly string[] => (end2end ? ["", "one2one_"] : [""]);

/** `extra` more values for every box: more rows of a table with a column for each place, or more columns of a list of boxes. */
export const widened = (y: Predictions, end2end: boolean | undefined, extra: number): Predictions =>
  end2end ? { ...y, A: add(y.A, extra) } : { ...y, P: add(y.P, extra) };

/** A branch for each input that gives `extra` values for every place; twice for end2end. */
export function extraBranches(
  run: Run,
  name: string,
  xs: readonly Image[],
  end2end: boolean | undefined,
  extra: number,
): void {
  const c = Math.max(Math.floor(firstChannels(xs) / 4), extra);
  for (const set of setsOf(end2end)) xs.forEach((x, i) => branch(run, `${set}${name}.${i}`, x, c, extra));
}

/** A detection head with `extra` more values for every prediction, from a branch of their own. */
export function detectWith(call: Call, xs: readonly Image[], settings: Settings, extra: number): Predictions {
  const { nc, reg_max, end2end, legacy } = settings;
  extraBranches(runner(call), "cv4", xs, end2end, extra);
  return widened(call("", detect, { xs }, { nc, reg_max, end2end, legacy }).y, end2end, extra);
}
