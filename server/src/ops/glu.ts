import { divisible, floorDiv } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";

export const glu = op({
  name: "GLU",
  summary: "Splits an axis in half and multiplies the first half by the sigmoid of the second.",
  formula: "y = a · sigmoid(b), where x is a beside b",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.GLU.html",
  traits: ["activation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    dim: param(int(), {
      doc: "The axis that is split, the batch being 0; a negative one counts from the last.",
      default: -1,
    }),
  },
  constraints: { ...axisExists, "halves-are-whole": "The axis that is split must be even." },
  infer({ x }, { dim }, must) {
    mustExist(dim, x, { arg: "dim" }, must);
    const axis = axisOf(dim, x);
    if (axis === undefined) return { y: x };
    const size = x[axis]!;
    const message = say`axis ${dim} of ${x.slice(1)} is ${size}, which cannot be split in half`;
    must("halves-are-whole", divisible(size, 2), "op", message);
    return { y: x.map((one, k) => (k === axis ? floorDiv(one, 2) : one)) };
  },
});
