import type { Shape } from "../../core/dim";
import { say } from "../../core/message";
import { broadcasts, mustBroadcast } from "./broadcasting";

type MustBroadcast = Parameters<typeof mustBroadcast<{ readonly input: "a" | "b" }>>[4];

const at = (index: number) => ({ input: index ? "b" : "a" }) as const;

/** Two tensors that are compared along an axis: the shape they have together, before that axis goes. */
export const together = (a: Shape, b: Shape, must: MustBroadcast): Shape =>
  mustBroadcast([a, b], false, say`cannot be compared with`, at, must);

export const compared = {
  traits: ["join"],
  inputs: { a: "*", b: "*" },
  outputs: { y: "*" },
  constraints: broadcasts,
} as const;
