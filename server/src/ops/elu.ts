import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./elementwise";

export const elu = elementwise(
  "ELU",
  "Keeps positive values and bends negative ones towards −alpha.",
  { alpha: param(number(), { doc: "Where the curve below zero ends.", default: 1 }) },
  "activation",
);
