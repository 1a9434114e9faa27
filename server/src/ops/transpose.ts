import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";

export const transpose = op({
  name: "Transpose",
  summary: "Lets two axes change places.",
  formula: "the sizes of dim0 and dim1 change places",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.transpose.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    dim0: param(int(), { doc: "One of the axes, the batch being 0; a negative one counts from the last." }),
    dim1: param(int(), { doc: "The other axis." }),
  },
  constraints: axisExists,
  infer({ x }, { dim0, dim1 }, must) {
    mustExist(dim0, x, { arg: "dim0" }, must);
    mustExist(dim1, x, { arg: "dim1" }, must);
    const [one, other] = [axisOf(dim0, x), axisOf(dim1, x)];
    if (one === undefined || other === undefined) return { y: x };
    return { y: x.map((size, k) => (k === one ? x[other]! : k === other ? x[one]! : size)) };
  },
  changesNothing: ({ x }, { dim0, dim1 }) => axisOf(dim0, x) === axisOf(dim1, x),
  reach: () => "everything",
});
