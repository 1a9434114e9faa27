import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./families/elementwise";

export const activityRegularization = {
  ...elementwise({
    name: "ActivityRegularization",
    summary: "Adds to the loss what the values that pass through are charged.",
    formula: "y = x; loss + l1 · Σ |x| + l2 · Σ x²",
    source: "https://keras.io/api/layers/regularization_layers/activity_regularization/",
    params: {
      l1: param(number({ min: 0 }), { doc: "Charge for the size of a value.", default: 0 }),
      l2: param(number({ min: 0 }), { doc: "Charge for the square of a value.", default: 0 }),
    },
  }),
  traits: ["same"] as const,
};
