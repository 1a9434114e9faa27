import { say } from "../core/message";
import { joining } from "./families/joining";

export const minimum = joining({
  name: "Minimum",
  summary: "Takes the smallest of the values that stand at one place in two or more tensors.",
  formula: "y = min(a, b, …)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.minimum.html",
  cannotBe: say`compared with`,
});
