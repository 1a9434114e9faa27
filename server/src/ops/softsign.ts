import { elementwise } from "./elementwise";

export const softsign = elementwise(
  "Softsign",
  "Squeezes every value between −1 and 1: x / (1 + |x|).",
  {},
  "activation",
);
