import { type Message, say } from "../../core/message";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool } from "../../core/types";
import { broadcasts, mustBroadcast } from "./broadcasting";

/** Whether axes are added as Keras does, or in front of all others, as PyTorch does. */
export const keepsBatch = {
  keeps_batch: param(bool, {
    doc: "Whether a tensor of fewer axes gets the missing ones behind the batch, not in front of it.",
    default: false,
  }),
} as const;

interface About {
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  readonly source: string;
  /** What shapes that clash cannot be: `added to`. */
  readonly cannotBe: Message;
}

const about = ({ name, summary, formula, source }: About) =>
  ({
    name,
    summary,
    formula: `${formula}; along every axis sizes agree, or one of them is 1`,
    source,
    traits: ["join"],
    outputs: { y: "*" },
    params: keepsBatch,
    constraints: broadcasts,
  }) as const;

/** Joins two or more tensors value by value: how the values are joined does not matter for the shape. */
export const joining = (which: About) =>
  op({
    ...about(which),
    inputs: { a: "*", more: "*+" },
    infer({ a, more }, { keeps_batch }, must) {
      const at = (index: number) =>
        index ? ({ input: "more", index: index - 1 } as const) : ({ input: "a" } as const);
      return { y: mustBroadcast([a, ...more], keeps_batch, say`cannot be ${which.cannotBe}`, at, must) };
    },
  });

/** Joins exactly two, where a third would leave open what is meant. */
export const joiningTwo = (which: About) =>
  op({
    ...about(which),
    inputs: { a: "*", b: "*" },
    infer({ a, b }, { keeps_batch }, must) {
      const at = (index: number) => ({ input: index ? "b" : "a" }) as const;
      return { y: mustBroadcast([a, b], keeps_batch, say`cannot be ${which.cannotBe}`, at, must) };
    },
  });
