import { elementwise } from "./elementwise";

export const logSigmoid = elementwise("LogSigmoid", "The logarithm of the sigmoid.", {}, "activation");
