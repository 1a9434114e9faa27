import { elementwise } from "./elementwise";

export const tanh = elementwise("Tanh", "Squeezes every value between −1 and 1.", {}, "activation");
