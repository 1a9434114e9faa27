import { from } from "../core/op";
import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./families/elementwise";

export const threshold = activation({
  name: "Threshold",
  summary: "Replaces values up to a threshold by one value.",
  formula: "y = x for x > threshold, else value",
  params: {
    threshold: param(number(), { doc: "Values up to this one are replaced." }),
    value: param(number(), { doc: "What replaces them." }),
  },
  range: ({ threshold, value }) => from(Math.min(threshold, value)),
  keeps: ({ threshold, value }) => (threshold === value ? from(threshold) : undefined),
});
