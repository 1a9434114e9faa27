import { say } from "../core/message";
import { joining } from "./families/joining";

export const add = joining({
  name: "Add",
  summary: "Adds two or more tensors value by value.",
  formula: "y = a + b + …",
  source: "https://docs.pytorch.org/docs/stable/notes/broadcasting.html",
  cannotBe: say`added to`,
});
