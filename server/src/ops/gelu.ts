import { param } from "../core/param";
import { choice } from "../core/types";
import { elementwise } from "./elementwise";

export const gelu = elementwise(
  "GELU",
  "Multiplies every value by the share of a normal distribution below it.",
  { approximate: param(choice("none", "tanh"), { doc: "How the normal distribution is computed.", default: "none" }) },
  "activation",
);
