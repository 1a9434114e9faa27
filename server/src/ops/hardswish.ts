import { elementwise } from "./elementwise";

export const hardswish = elementwise(
  "Hardswish",
  "Multiplies every value by a sigmoid of three straight pieces.",
  {},
  "activation",
);
