import { sameShape } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { bool } from "../core/types";
import { laidOutWhole, layOut, sizes } from "./families/lay-out";

export const reshape = op({
  name: "Reshape",
  summary: "Lays the same values out in other axes.",
  formula: "the product of the sizes stays; -1 is what the others leave",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.reshape.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    shape: sizes("The new sizes, that of the batch among them; one may be -1, and follows from the others."),
    keeps_batch: param(bool, { doc: "Whether the sizes are those behind the batch, which stays.", default: false }),
  },
  constraints: laidOutWhole,
  infer({ x }, { shape, keeps_batch }, must) {
    const at = { arg: "shape" } as const;
    return { y: keeps_batch ? [...x.slice(0, 1), ...layOut(x.slice(1), shape, at, must)] : layOut(x, shape, at, must) };
  },
  changesNothing: ({ x }, _, { y }) => sameShape(x, y),
  reach: () => "everything",
});
