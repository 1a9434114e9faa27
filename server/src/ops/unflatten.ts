import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { laidOutWhole, layOut, sizes } from "./families/lay-out";

export const unflatten = op({
  name: "Unflatten",
  summary: "Lays one axis out as several.",
  formula: "the sizes multiply up to that of the axis; -1 is what the others leave",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Unflatten.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    dim: param(int(), { doc: "The axis to lay out, the batch being 0; a negative one counts from the last." }),
    unflattened_size: sizes("The sizes in place of the axis, of which one may be -1: it follows from the others."),
  },
  constraints: { ...axisExists, ...laidOutWhole },
  infer({ x }, { dim, unflattened_size }, must) {
    mustExist(dim, x, { arg: "dim" }, must);
    const axis = axisOf(dim, x);
    if (axis === undefined) return { y: x };
    const laid = layOut([x[axis]!], unflattened_size, { arg: "unflattened_size" }, must);
    return { y: [...x.slice(0, axis), ...laid, ...x.slice(axis + 1)] };
  },
  reach: () => "everything",
});
