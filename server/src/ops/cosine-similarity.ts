import { op } from "../core/op";
import { param } from "../core/param";
import { int, number } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { compared, together } from "./families/comparing";

export const cosineSimilarity = op({
  ...compared,
  name: "CosineSimilarity",
  summary: "Compares the directions of two tensors along one axis, which goes.",
  formula: "y = Σ a·b / (‖a‖ · ‖b‖)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.CosineSimilarity.html",
  params: {
    dim: param(int(), {
      doc: "The axis that is summed over, the batch being 0; a negative one counts from the last.",
      default: 1,
    }),
    eps: param(number(), { doc: "The least that is divided by.", default: 1e-8 }),
  },
  constraints: { ...compared.constraints, ...axisExists },
  infer({ a, b }, { dim }, must) {
    const both = together(a, b, must);
    mustExist(dim, both, { arg: "dim" }, must);
    const axis = axisOf(dim, both);
    return { y: both.filter((_, k) => k !== axis) };
  },
  reach: () => "everything",
});
