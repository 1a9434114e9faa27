import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./elementwise";

export const softplus = elementwise(
  "Softplus",
  "A smooth ReLU: log(1 + exp(x)).",
  {
    beta: param(number(), { doc: "How sharp the bend is.", default: 1 }),
    threshold: param(number(), { doc: "Above it the value stays as it is.", default: 20 }),
  },
  "activation",
);
