import { alongAxis } from "./families/along-axis";

export const logSoftmax = alongAxis({
  name: "LogSoftmax",
  summary: "The logarithm of the softmax along an axis.",
  formula: "y = x − log Σ exp(x)",
  logarithmic: true,
});
