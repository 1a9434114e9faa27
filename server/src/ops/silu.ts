import { elementwise } from "./elementwise";

export const silu = elementwise("SiLU", "Multiplies every value by its sigmoid.", {}, "activation");
