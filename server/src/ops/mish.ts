import { elementwise } from "./elementwise";

export const mish = elementwise("Mish", "Multiplies every value by the tanh of its softplus.", {}, "activation");
