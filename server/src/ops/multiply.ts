import { say } from "../core/message";
import { joining } from "./families/joining";

export const multiply = joining({
  name: "Multiply",
  summary: "Multiplies two or more tensors value by value, such as an image by the weights of its channels.",
  formula: "y = a · b · …",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.mul.html",
  cannotBe: say`multiplied value by value with`,
});
