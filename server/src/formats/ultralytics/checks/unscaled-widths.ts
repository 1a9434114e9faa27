import { say } from "../../../core/message";
import { type Problem, problem } from "../../../core/problem";
import { numberOf, type Value } from "../../../core/value";
import { scaled } from "../arithmetic";
import type { Scale } from "../file";
import { replacedIn } from "../replaced";
import type { Written } from "./check";

/** Widths that the parser takes for a number of classes, and so leaves as they are where it would scale them. */
export interface Unscaled {
  readonly equal: number;
  readonly widths: readonly [Value, ...Value[]];
  /** The sizes of the model at which that makes a difference, with the width that would be. */
  readonly at: readonly [{ readonly scale: Scale; readonly width: number }, ...{ scale: Scale; width: number }[]];
}

/** With the number of classes that the file says, or another. */
export function unscaledIn({ file, dialect, scales }: Written, classes?: number): Unscaled | undefined {
  const equal = dialect.unscaled(replacedIn(file, classes === undefined ? {} : { classes }).settings);
  // Who writes a width that channels never have means that very number.
  if (equal === undefined || equal % 8 !== 0) return undefined;
  const [first, ...others] = file.rows.flatMap(({ module, args: [width] }): readonly Value[] => {
    const isHead = dialect.vocabulary.spellings.get(module)?.op.traits.includes("head");
    return width && dialect.scaled.has(module) && !isHead && numberOf(width) === equal ? [width] : [];
  });
  const [at, ...more] = scales
    .map((scale) => ({ scale, width: scaled(equal, scale) }))
    .filter(({ width }) => width !== equal);
  return first && at && { equal, widths: [first, ...others], at: [at, ...more] };
}

/** A problem at the first of them, with the others. */
export function toldOf({ widths: [, ...others], at }: Unscaled, found: Problem, { scales }: Written): Problem {
  const ids = at.flatMap(({ scale: { id } }) => id ?? []);
  return {
    ...found,
    ...(others.length && { related: others.map(({ span }) => ({ span, message: say`nor is this one` })) }),
    ...(ids.length && ids.length < scales.length && { scales: ids }),
  };
}

/** Widths that are no longer scaled once the trainer knows the number of classes, because they are equal to a number that comes of it. */
export function unscaledWidths(written: Written, classes: number, name: string): Problem | undefined {
  const unscaled = unscaledIn(written, classes);
  if (!unscaled) return undefined;
  const {
    equal,
    widths: [first],
    at: [{ scale, width }],
  } = unscaled;
  const what = equal === classes ? say`this number` : say`the ${equal} numbers that its head then gives for a pixel`;
  const there = scale.id === undefined ? "" : ` at scale ${scale.id}`;
  const message = say`${name} has ${classes} classes, and a width equal to ${what} is not scaled: ${equal} channels here, not ${String(width)}${there}`;
  return toldOf(unscaled, problem("data-classes-equal-width", first.span, message), written);
}
