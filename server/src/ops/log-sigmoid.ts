import { negative } from "../core/op";
import { activation } from "./families/elementwise";

export const logSigmoid = activation({
  name: "LogSigmoid",
  summary: "The logarithm of the sigmoid.",
  formula: "y = log(1 / (1 + exp(−x)))",
  range: () => negative,
  scores: "log-chances",
});
