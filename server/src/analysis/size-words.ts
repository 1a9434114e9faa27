import { type Message, say } from "../core/message";
import type { Accepted, Range } from "./accepted";
import type { InputSizes } from "./input-sizes";

/** The sizes of image that a model takes, as a sentence. */
export function sizesInWords({ axes, square, sides, fixed }: InputSizes): Message {
  const apart = sides
    ? say`${list(axes.map((axis, i) => say`${axis} ${setInWords(sides[i]!)}`))}`
    : axes.length > 1
      ? say`${setInWords(square)}, each side for itself`
      : setInWords(square);
  if (!fixed) return say`takes ${apart}`;
  const { by, anew } = fixed;
  return say`takes ${apart}, since ${by.label} is made for them; built anew it takes ${setInWords(anew)}`;
}

/** `28–31 px`, `63 px and more`, `16k px: 16, 32, 48, …`. */
export function setInWords({ ranges, smallest, pattern }: Accepted): Message {
  const few = list(ranges.map(rangeInWords));
  if (!pattern) return say`${few} px`;
  const endless = patternInWords(pattern, smallest);
  return ranges.length ? say`${few} px, and ${endless}` : endless;
}

/** More stretches than these are counted, not listed. */
const most = 4;

function patternInWords({ from, period, stretches }: NonNullable<Accepted["pattern"]>, smallest: number): Message {
  if (period === 1) return from === 1 ? say`images of any size` : say`${from} px and more`;
  if (stretches.length > most) {
    const count = stretches.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    return say`${count} of every ${period} sizes from ${from} px on`;
  }
  const terms = list(stretches.map((stretch) => termInWords(stretch, period)));
  return say`${terms} px, from ${Math.max(from, smallest)} px on`;
}

/** `32k − 7 … 32k`: a stretch as its distance from the nearest multiple. */
function termInWords([from, to]: Range, period: number): Message {
  const near = (size: number): number => (2 * size > period ? size - period : size);
  const first = near(from);
  const last = first + to - from;
  return first === last ? at(first, period) : say`${at(first, period)} … ${at(last, period)}`;
}

const at = (offset: number, period: number): Message =>
  offset === 0
    ? say`${`${period}k`}`
    : offset < 0
      ? say`${`${period}k − ${-offset}`}`
      : say`${`${period}k + ${offset}`}`;

const rangeInWords = ([from, to]: Range): Message => (from === to ? say`${from}` : say`${`${from}–${to}`}`);

const list = (parts: readonly Message[]): Message => parts.reduce((all, part) => say`${all}, ${part}`);
