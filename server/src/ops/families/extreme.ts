import type { Shape } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, optional } from "../../core/types";
import { axisExists, axisOf, mustExist } from "./axis";
import { keepdim, reduced } from "./reducing";

/** The largest or smallest value: of everything, or along one axis, and then its place as well. */
export const extreme = (name: "Max" | "Min", which: "largest" | "smallest") =>
  op({
    name,
    summary: `The ${which} of all values, or those along one axis and their places.`,
    formula: `y = the ${which} value along dim, and its index`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.${name.toLowerCase()}.html`,
    traits: ["reshape"],
    inputs: { x: "*" },
    outputs: { ys: "*+" },
    params: {
      dim: param(optional(int()), {
        doc: "The axis along which one value is taken, the batch being 0; without it one is taken of all.",
      }),
      keepdim,
    },
    constraints: axisExists,
    infer({ x }, { dim, keepdim }, must) {
      const scalar: Shape = [];
      if (dim === undefined) return { ys: [scalar] };
      mustExist(dim, x, { arg: "dim" }, must);
      const axis = axisOf(dim, x);
      const taken = axis === undefined ? x : reduced(x, [axis], keepdim);
      return { ys: [taken, taken] };
    },
    reach: (_, { dim, keepdim }) => (keepdim && dim === 1 ? {} : "everything"),
  });
