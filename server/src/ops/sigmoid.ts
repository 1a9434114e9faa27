import { elementwise } from "./elementwise";

export const sigmoid = elementwise("Sigmoid", "Squeezes every value between 0 and 1.", {}, "activation");
