import { elementwise } from "./elementwise";

export const hardsigmoid = elementwise("Hardsigmoid", "A sigmoid of three straight pieces.", {}, "activation");
