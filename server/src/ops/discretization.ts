import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { choice, int, list, number, optional } from "../core/types";
import { oneHot } from "./category-encoding";

export const discretization = op({
  name: "Discretization",
  summary: "Replaces every number by the number of the range it lies in.",
  formula: "y = how many bin_boundaries are at most x",
  source: "https://keras.io/api/layers/preprocessing_layers/numerical/discretization/",
  traits: ["reshape"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    bin_boundaries: param(optional(list(number())), { doc: "Where one range ends and the next begins." }),
    num_bins: param(optional(int({ min: 0 })), { doc: "How many ranges, where the data set says where they end." }),
    epsilon: param(number(), { doc: "How exactly the ends are measured.", default: 0.01 }),
    output_mode: param(choice("int", "one_hot", "multi_hot", "count"), {
      doc: "The number of the range, or a row that marks or counts it.",
      default: "int",
    }),
  },
  constraints: { "bins-or-boundaries": "Either the boundaries or their number must be given, not both." },
  infer({ x }, { bin_boundaries, num_bins, output_mode }, must) {
    const given = [bin_boundaries, num_bins].filter((one) => one !== undefined).length;
    const message = given
      ? say`bin_boundaries and num_bins are both given, and only one of the two can hold`
      : say`neither bin_boundaries nor num_bins is given, and one of the two is needed`;
    must("bins-or-boundaries", given === 1 ? "yes" : "no", "op", message);
    const depth = bin_boundaries ? bin_boundaries.length + 1 : (num_bins ?? 0);
    if (output_mode === "int") return { y: x };
    if (output_mode === "one_hot") return { y: oneHot(x, depth) };
    return { y: [x[0]!, ...x.slice(2), depth] };
  },
  reach: (_, { output_mode }) => (output_mode === "int" ? {} : "everything"),
});
