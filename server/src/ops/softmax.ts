import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int, optional } from "../core/types";

export const softmax = op({
  name: "Softmax",
  summary: "Turns scores along an axis into shares that add up to 1.",
  formula: "y = exp(x) / Σ exp(x)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html",
  traits: ["activation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    axis: param(optional(int()), {
      doc: "The axis along which the values add up; a negative one counts from the last.",
    }),
  },
  constraints: { "axis-exists": "The axis must be one of the input's." },
  infer({ x }, { axis = -1 }, must) {
    must(
      "axis-exists",
      axis >= -x.length && axis < x.length ? "yes" : "no",
      { arg: "axis" },
      say`there is no axis ${axis} in ${x.length} axes, counted with the batch`,
    );
    return { y: x };
  },
});
