import { say } from "../core/message";
import { op } from "../core/op";
import { p } from "./dropout";

/** Of vectors and of sequences. */
export const dropout1d = op({
  name: "Dropout1d",
  summary: "Zeroes whole channels of a sequence at random while training.",
  formula: "while training values are dropped with probability p; afterwards y = x",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout1d.html",
  inputs: { x: "N C ..." },
  outputs: { y: "N C ..." },
  params: { p },
  constraints: { "at-most-one-length": "The input has channels, and at most one more axis." },
  infer({ x }, _, must) {
    const { length } = x.rest;
    const instead = length === 2 || length === 3 ? say`, which Dropout${length}d reads` : say``;
    const message = say`Dropout1d reads [C] or [C, L], but its input is ${[x.C, ...x.rest]}${instead}`;
    must("at-most-one-length", length <= 1 ? "yes" : "no", "op", message);
    return { y: x };
  },
  chance: { loses: "channels" },
});
