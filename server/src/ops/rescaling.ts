import { compare, type Dim, type Truth, unknown } from "../core/dim";
import { type Message, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { either, list, number } from "../core/types";

type Numbers = number | readonly number[];

const numbers = either(number(), list(number()));

export const countOf = (values: Numbers): number => (typeof values === "number" ? 1 : values.length);

export const oneForEachChannel = {
  "one-for-each-channel": "Numbers along an axis must be as many as the axis is long.",
};

/** Keras' own: a factor and a shift that are not learned. */
export const rescaling = op({
  name: "Rescaling",
  summary: "Multiplies by a fixed factor and adds a fixed number.",
  formula: "y = x · scale + offset",
  source: "https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/",
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    scale: param(numbers, { doc: "What is multiplied by; or one number for each place along the last axis." }),
    offset: param(numbers, { doc: "What is added; or one number for each place along the last axis.", default: 0 }),
  },
  constraints: oneForEachChannel,
  infer({ x }, { scale, offset }, must) {
    const last = x.at(-1)!;
    mustGoWith(last, countOf(scale), { arg: "scale" }, must);
    mustGoWith(last, countOf(offset), { arg: "offset" }, must);
    // A single channel is spread over several numbers, though Keras itself announces one.
    const isSpread = last === 1 && (countOf(scale) > 1 || countOf(offset) > 1);
    return { y: isSpread ? [...x.slice(0, -1), unknown] : x };
  },
  changesNothing: (_, { scale, offset }) =>
    [scale].flat().every((one) => one === 1) && [offset].flat().every((one) => one === 0),
});

/** One number goes with an axis of any length, and an axis of one place with any numbers. */
function mustGoWith<A>(
  places: Dim,
  count: number,
  at: A,
  must: (constraint: "one-for-each-channel", holds: Truth, at: A, message: Message) => void,
): void {
  const holds = count === 1 || places === 1 ? "yes" : compare(places, count);
  const message = say`${count} numbers do not go with a last axis of ${places}: write ${places} of them, or a single one`;
  must("one-for-each-channel", holds, at, message);
}
