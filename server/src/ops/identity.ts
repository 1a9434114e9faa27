import { elementwise } from "./families/elementwise";

export const identity = {
  ...elementwise({ name: "Identity", summary: "Changes nothing.", formula: "y = x" }),
  traits: ["same", "view"] as const,
};
