import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./elementwise";

export const celu = elementwise(
  "CELU",
  "Exponential below zero, smooth at it.",
  { alpha: param(number(), { doc: "Where the curve below zero ends.", default: 1 }) },
  "activation",
);
