import { compare, type Dim, isKnown, mul } from "../../core/dim";
import { empty, type Message, say, setting } from "../../core/message";
import { nameOf } from "./spatial";
import { extent, positions, type Window } from "./window";

/** Arithmetic along several axes; where it is the same on all of them it is said once. */
export function alongAxes(axes: readonly string[], of: (i: number) => Message): readonly Message[] {
  const all = axes.map((_, i) => of(i));
  const same = all.every((one) => JSON.stringify(plain(one)) === JSON.stringify(plain(all[0]!)));
  return axes.length > 1 && same ? [all[0]!] : all.map((one, i) => say`${nameOf(axes[i]!)}: ${one}`);
}

/** Dimensions that hang on symbols hold maps, which compare by what they show. */
const plain = ({ words, values }: Message): unknown => [
  words,
  values.map((value) =>
    typeof value === "object" && "words" in value
      ? plain(value)
      : typeof value === "object" && "terms" in value
        ? [...value.terms.keys()]
        : value,
  ),
];

/** `⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24`, and at stride 1 the border that would keep the size. */
export function slidden(size: Dim, window: Window, result: Dim): Message {
  const { pad, stride } = window;
  if (pad === "same" || pad === "causal") return say`⌈${size} / ${stride}⌉ = ${result}`;
  const reach = extent(window);
  const taken = window.dilation === 1 ? say`${window.kernel}` : say`${window.dilation}·(${window.kernel} − 1) − 1`;
  const inner = say`(${size} + 2·${pad / 2} − ${taken}) / ${stride}`;
  const down = positions(size, window);
  if (isKnown(result) && compare(result, down) !== "yes" && typeof result === "number")
    return say`⌈${inner}⌉ + 1 = ${result}`;
  return say`⌊${inner}⌋ + 1 = ${result}${keeping(size, result, reach, window)}`;
}

/** What somebody who wanted the size to stay would write. */
function keeping(size: Dim, result: Dim, reach: number, { stride, pad, word }: Window): Message {
  if (stride !== 1 || reach === 1 || compare(size, result) !== "no") return empty;
  if (word) return say` (${setting("padding", "same")} keeps ${size})`;
  const border = (reach - 1) / 2;
  return Number.isInteger(border) && border !== pad ? say` (${setting("padding", border)} keeps ${size})` : empty;
}

/** `16·5·5 = 400`. */
export const product = (factors: readonly Dim[]): Message =>
  say`${factors.reduce<Message>((all, factor, i) => (i ? say`${all}·${factor}` : say`${factor}`), empty)} = ${mul(...factors)}`;

/** `64 + 64 = 128`. */
export const sum = (parts: readonly Dim[], total: Dim): Message =>
  say`${parts.reduce<Message>((all, part, i) => (i ? say`${all} + ${part}` : say`${part}`), empty)} = ${total}`;
