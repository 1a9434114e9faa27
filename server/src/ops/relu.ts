import { elementwise } from "./elementwise";

export const relu = elementwise("ReLU", "Replaces negative values by zero.", {}, "activation");
