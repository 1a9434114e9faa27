import { everything, positive } from "../core/op";
import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./families/elementwise";

export const leakyRelu = activation({
  name: "LeakyReLU",
  summary: "Multiplies negative values by a small slope.",
  formula: "y = max(0, x) + negative_slope · min(0, x)",
  params: {
    negative_slope: param(number(), { doc: "Slope below zero.", default: 0.01 }),
  },
  range: ({ negative_slope }) => (negative_slope > 0 ? everything : positive),
  keeps: ({ negative_slope }) => (negative_slope === 1 ? everything : positive),
});
