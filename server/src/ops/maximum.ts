import { say } from "../core/message";
import { joining } from "./families/joining";

export const maximum = joining({
  name: "Maximum",
  summary: "Takes the largest of the values that stand at one place in two or more tensors.",
  formula: "y = max(a, b, …)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.maximum.html",
  cannotBe: say`compared with`,
});
