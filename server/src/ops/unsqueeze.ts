import { image } from "../core/batch";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";

export const unsqueeze = op({
  name: "Unsqueeze",
  summary: "Puts in an axis of size 1.",
  formula: "a 1 in front of axis dim",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.unsqueeze.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    dim: param(int(), {
      doc: "Where the new axis stands in the result, the batch being 0; a negative one counts from the last.",
    }),
  },
  constraints: { "new-axis-fits": "The new axis must stand before, between or behind those there are." },
  infer({ x }, { dim }, must) {
    const at = dim < 0 ? x.length + 1 + dim : dim;
    const fits = at >= 0 && at <= x.length;
    const batch = image(x).length < x.length ? say`with the batch as axis 0, ` : say``;
    const message = say`there is no place ${dim} for a new axis: ${batch}the last, behind ${image(x)}, is ${x.length}`;
    must("new-axis-fits", fits ? "yes" : "no", { arg: "dim" }, message);
    return { y: fits ? [...x.slice(0, at), 1, ...x.slice(at)] : x };
  },
  reach: () => "everything",
});
