import { unknown } from "../../core/dim";
import { type Op, weight } from "../../core/op";
import { elementwise } from "../families/elementwise";
import { prelu } from "../prelu";
import { silu } from "../silu";

/** What blocks have for an activation that are told none: an operator of its own, since a file may put another in its place. */
export const defaultActivation = { ...silu };

/** One of which nothing is known but that it keeps the shape. */
const other = elementwise({ name: "Activation", summary: "The activation that the file names.", formula: "y = f(x)" });

/** All blocks share one, so that its slopes count once, and cannot be told to one of the blocks. */
const learned = { ...prelu, weights: () => [weight("weight", [unknown])] };

const made = new Map<string, Op>();

/** The same operator for the same words, so that calls inside of blocks are inferred once. */
export function inPlaceOfDefault(op: Op | undefined): Op {
  const by: Op = op === prelu ? learned : (op ?? other);
  let one = made.get(by.name);
  // Blocks that have none by themselves have it of their own.
  if (!one) made.set(by.name, (one = { ...by }));
  return one;
}
