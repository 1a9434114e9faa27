import { between } from "../core/op";
import { param } from "../core/param";
import { number, optional } from "../core/types";
import { activation } from "./families/elementwise";

const infinite = Number.POSITIVE_INFINITY;

export const relu = activation({
  name: "ReLU",
  summary: "Replaces negative values by zero.",
  formula: "y = max(0, x)",
  params: {
    max_value: param(optional(number({ min: 0 })), { doc: "Larger values are cut off to this one." }),
    negative_slope: param(number({ min: 0 }), { doc: "Slope below the threshold.", default: 0 }),
    threshold: param(number({ min: 0 }), { doc: "Values up to this one count as negative.", default: 0 }),
  },
  range: ({ negative_slope, max_value = infinite }) => between(negative_slope === 0 ? 0 : -infinite, max_value),
  keeps: ({ negative_slope, threshold, max_value = infinite }) =>
    between(negative_slope === 1 && threshold === 0 ? -infinite : threshold, max_value),
});
