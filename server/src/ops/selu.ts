import { elementwise } from "./elementwise";

export const selu = elementwise("SELU", "A scaled ELU that keeps mean and variance.", {}, "activation");
