import { compare } from "../core/dim";
import { say } from "../core/message";
import { op, positive, weight } from "../core/op";
import { param } from "../core/param";
import { int, number } from "../core/types";

export const prelu = op({
  name: "PReLU",
  summary: "Multiplies negative values by a learned slope.",
  formula: "y = max(0, x) + weight · min(0, x)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.PReLU.html",
  traits: ["activation"],
  keeps: () => positive,
  inputs: { x: "N C ..." },
  outputs: { y: "N C ..." },
  params: {
    num_parameters: param(int({ min: 1 }), { doc: "Slopes: one for all channels, or one for each.", default: 1 }),
    init: param(number(), { doc: "Slope before training.", default: 0.25 }),
  },
  constraints: { "one-slope-or-each-channel": "There is one slope, or as many as there are channels." },
  infer({ x }, { num_parameters }, must) {
    const holds = num_parameters === 1 ? "yes" : compare(x.C, num_parameters);
    const message = say`${num_parameters} slopes do not fit ${x.C} channels: there is one for all, or ${x.C}`;
    must("one-slope-or-each-channel", holds, { arg: "num_parameters" }, message);
    return { y: x };
  },
  weights: (_, { num_parameters }) => [weight("weight", [num_parameters])],
});
