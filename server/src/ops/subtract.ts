import { say } from "../core/message";
import { joiningTwo } from "./families/joining";

export const subtract = joiningTwo({
  name: "Subtract",
  summary: "Subtracts the second tensor from the first, value by value.",
  formula: "y = a − b",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.sub.html",
  cannotBe: say`subtracted from`,
});
