import { type Message, render, say } from "../core/message";
import type { Accepted, Pattern, Range } from "./accepted";
import type { InputSizes } from "./input-sizes";

/** The sizes of image that a model takes, as a sentence. */
export function sizesInWords({ axes, square, sides, fixed }: InputSizes): Message {
  const alike = axes.length > 1 && !isAny(square) ? say`, each side for itself` : say``;
  const what = nouns[axes.length] ?? say`images`;
  const taken = sides
    ? list(axes.map((axis, i) => say`${axis} ${setInWords(sides[i]!)}`))
    : say`${setInWords(square)}${alike}`;
  if (!fixed) return say`takes ${what} of ${taken}`;
  const { by, anew } = fixed;
  const made = say`takes ${what} of ${taken}, since ${by.label} is made for them`;
  // Where the weights are not all that holds it to those sizes, to build it anew changes nothing.
  if (!anew) return made;
  const isAlike = !sides && render(setInWords(anew)) === render(setInWords(square));
  return isAlike ? made : say`${made}; built anew it takes ${setInWords(anew)}`;
}

const nouns: { readonly [axes: number]: Message } = { 1: say`sequences`, 2: say`images`, 3: say`volumes` };

/** `28–31 px`, `63 px and more`, `16k px (16, 32, …)`. */
export function setInWords({ ranges, smallest, pattern }: Accepted): Message {
  const endless = pattern && patternInWords(pattern, smallest);
  if (!ranges.length) return endless ?? say``;
  const few = list(ranges.map(rangeInWords));
  return endless ? say`${few} px, and ${endless}` : say`${few} px`;
}

const isAny = ({ smallest, pattern }: Accepted): boolean => smallest === 1 && pattern?.period === 1;

/** More stretches than these are counted, not listed. */
const most = 4;

function patternInWords({ from, period, stretches }: Pattern, smallest: number): Message {
  if (period === 1) return from === 1 ? say`any size` : say`${from} px and more`;
  if (stretches.length > most) {
    const count = stretches.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    return say`${count} of every ${period} sizes from ${from} px on`;
  }
  const first = Math.max(from, smallest);
  const begin = Math.floor((first - 1) / period) * period;
  const shown = [0, period, 2 * period]
    .flatMap((turn) => stretches.map(([a, b]): Range => [begin + turn + a, begin + turn + b]))
    .filter(([, last]) => last >= first)
    .map(([a, b]): Range => [Math.max(a, first), b])
    .slice(0, 2);
  const terms = list(stretches.map((stretch) => termInWords(stretch, period)));
  return say`${terms} px (${list(shown.map(rangeInWords))}, …)`;
}

/** `32k − 7 … 32k`: a stretch as its distance from the nearest multiple. */
function termInWords([from, to]: Range, period: number): Message {
  const first = 2 * from > period ? from - period : from;
  const last = first + to - from;
  return first === last ? at(first, period) : say`${at(first, period)} … ${at(last, period)}`;
}

function at(offset: number, period: number): Message {
  const multiple = `${period}k`;
  if (offset === 0) return say`${multiple}`;
  return offset < 0 ? say`${multiple} − ${-offset}` : say`${multiple} + ${offset}`;
}

const rangeInWords = ([from, to]: Range): Message => (from === to ? say`${from}` : say`${from}–${to}`);

const list = (parts: readonly Message[]): Message => parts.reduce((all, part) => say`${all}, ${part}`);
