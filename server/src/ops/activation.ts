import { param } from "../core/param";
import { anything, labelled } from "../core/types";
import { elementwise } from "./families/elementwise";

/** Keras' layer that is nothing but the function it names; that function is a layer of its own here. */
export const activation = {
  ...elementwise({
    name: "Activation",
    summary: "Applies the function that it names.",
    formula: "y = activation(x)",
    source: "https://keras.io/api/layers/core_layers/activation/",
    params: {
      activation: param(labelled(anything, "name of a function"), { doc: "Name of the function that is applied." }),
    },
  }),
  traits: ["same"] as const,
};
