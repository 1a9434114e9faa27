import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./elementwise";

export const leakyRelu = elementwise(
  "LeakyReLU",
  "Multiplies negative values by a small slope.",
  { negative_slope: param(number(), { doc: "Slope below zero.", default: 0.01 }) },
  "activation",
);
