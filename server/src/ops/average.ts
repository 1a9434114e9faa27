import { say } from "../core/message";
import { joining } from "./families/joining";

export const average = joining({
  name: "Average",
  summary: "Takes the mean of two or more tensors, value by value.",
  formula: "y = (a + b + …) / number of tensors",
  source: "https://keras.io/api/layers/merging_layers/average/",
  cannotBe: say`averaged with`,
});
