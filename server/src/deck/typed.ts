import { thousands } from "../core/figures";
import { type Message, plural, render, say } from "../core/message";
import type { Voice } from "../core/voice";
import type { Typed, Verdict } from "./question";
import { typedNumbers } from "./typed-number";
import { typedShapes } from "./typed-shape";

/** A wrong answer that is likely, and the mistake behind it. */
export interface Mistake<T> {
  readonly value: T;
  readonly why: Message;
}

const wrong = (reason: Message, voice: Voice): Verdict => ({ right: false, reason: render(reason, voice) });
const unread = (reason: Message, voice: Voice): Verdict => ({
  right: false,
  reason: render(reason, voice),
  unread: true,
});
const figure = (count: number): string => thousands(String(count));

/** A number, which may be rounded as far as it still tells the answer from every likely mistake. */
export function countTyped(right: number, mistakes: readonly Mistake<number>[], voice: Voice): Typed {
  return {
    example: "1,216",
    judge(text) {
      const numbers = typedNumbers(text);
      const [first] = numbers;
      if (!first) return unread(say`A number is asked for, such as ${"1,216"} or ${"1.2k"}`, voice);
      if (numbers.some(({ value }) => value === right)) return { right: true };
      const rounded = numbers.find(({ value, slack }) => Math.abs(value - right) <= slack);
      const made = mistakes.find((one) => numbers.some(({ value }) => value === one.value));
      if (made && !rounded) return wrong(made.why, voice);
      if (!rounded) return wrong(say`It is ${figure(right)}, not ${figure(first.value)}`, voice);
      const also = mistakes.find((one) => Math.abs(rounded.value - one.value) <= rounded.slack);
      if (also) return wrong(say`${text.trim()} could also be ${figure(also.value)}; it is ${figure(right)}`, voice);
      if (rounded.digits < 2) return wrong(say`${text.trim()} is too coarse; it is ${figure(right)}`, voice);
      return { right: true, note: render(say`Exactly ${figure(right)}`, voice) };
    },
  };
}

/** A shape without the batch, in whatever signs. */
export function shapeTyped(
  right: readonly number[],
  mistakes: readonly Mistake<readonly number[]>[],
  voice: Voice,
): Typed {
  const same = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((n, i) => n === b[i]);
  const shown = (sizes: readonly number[]) => `[${sizes.join(", ")}]`;
  return {
    example: "[16, 30, 30]",
    judge(text) {
      const shapes = typedShapes(text);
      const [first] = shapes;
      if (!first) return unread(say`A shape is asked for, such as ${"[16, 30, 30]"} or ${"16x30x30"}`, voice);
      if (shapes.some((shape) => same(shape, right))) return { right: true };
      const made = mistakes.find(({ value }) => shapes.some((shape) => same(shape, value)));
      if (made) return wrong(made.why, voice);
      if (first.length === right.length + 1 && same(first.slice(1), right))
        return wrong(say`The batch is left out: ${shown(right)}`, voice);
      if (first.length !== right.length)
        return wrong(
          plural(
            right.length,
            say`It has one size, not ${first.length}: ${shown(right)}`,
            say`It has ${right.length} sizes, not ${first.length}: ${shown(right)}`,
          ),
          voice,
        );
      const turned = [...first].sort((a, b) => a - b);
      if (
        same(
          turned,
          [...right].sort((a, b) => a - b),
        )
      )
        return wrong(say`These are the sizes, but in this order: ${shown(right)}`, voice);
      return wrong(say`It is ${shown(right)}, not ${shown(first)}`, voice);
    },
  };
}
