import { mul } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { product } from "./families/unfolding";

export const flatten = op({
  name: "Flatten",
  summary: "Lays several axes into one.",
  formula: "the product of the axes from start_dim to end_dim",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Flatten.html",
  traits: ["flatten", "reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    start_dim: param(int(), {
      doc: "First axis to lay together, the batch being 0; a negative one counts from the last.",
      default: 1,
    }),
    end_dim: param(int(), { doc: "Last axis to lay together.", default: -1 }),
  },
  constraints: { ...axisExists, "axes-in-order": "The first axis must not come after the last." },
  infer({ x }, { start_dim, end_dim }, must) {
    mustExist(start_dim, x, { arg: "start_dim" }, must);
    mustExist(end_dim, x, { arg: "end_dim" }, must);
    const [first, last] = [axisOf(start_dim, x), axisOf(end_dim, x)];
    if (first === undefined || last === undefined) return { y: x };
    const message = say`start_dim is axis ${first} and comes after end_dim, axis ${last} of ${x.length}`;
    must("axes-in-order", first <= last ? "yes" : "no", { arg: "start_dim" }, message);
    return { y: [...x.slice(0, first), mul(...x.slice(first, last + 1)), ...x.slice(last + 1)] };
  },
  unfold({ x }, { start_dim, end_dim }) {
    const laid = x.slice(axisOf(start_dim, x), (axisOf(end_dim, x) ?? -1) + 1);
    return laid.length > 1 ? [product(laid)] : [];
  },
  reach: () => "everything",
});
