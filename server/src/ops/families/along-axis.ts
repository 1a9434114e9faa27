import { between, negative, op } from "../../core/op";
import { param } from "../../core/param";
import { either, int, list, optional } from "../../core/types";
import { axisExists, mustExist } from "./axis";

interface About {
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  /** Whether the shares are given as logarithms. */
  readonly logarithmic?: true;
}

/** An activation that weighs the values along an axis against each other. */
export const alongAxis = ({ name, summary, formula, logarithmic }: About) =>
  op({
    name,
    summary,
    formula,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    traits: ["activation"],
    inputs: { x: "*" },
    outputs: { y: "*" },
    params: {
      axis: param(optional(either(int(), list(int()))), {
        doc: "The axis along which the values add up, the batch being 0; a negative one counts from the last.",
      }),
    },
    constraints: axisExists,
    infer({ x }, { axis = [] }, must) {
      for (const one of [axis].flat()) mustExist(one, x, { arg: "axis" }, must);
      return { y: x };
    },
    range: () => (logarithmic ? negative : between(0, 1)),
    scores: logarithmic ? "log-shares" : "shares",
    // Where no axis is written, PyTorch takes the channels of images and vectors, and of others the first axis.
    sharesAlong: ({ axis }, rank) => (axis !== undefined ? [axis].flat() : rank === 2 || rank === 4 ? [1] : []),
  });
