import { op } from "../core/op";
import { param } from "../core/param";
import { int, perAxis } from "../core/types";
import { ceilMode, constraints, pooled, seen, window } from "./pooling";

export const maxPool2d = op({
  name: "MaxPool2d",
  summary: "Keeps the largest value of every window.",
  formula: "H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1",
  traits: ["pooling"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    ...window,
    dilation: param(perAxis(int({ min: 1 })), {
      doc: "Distance between two pixels of a window.",
      unit: "px",
      default: [1, 1],
    }),
    ceil_mode: ceilMode,
  },
  constraints,
  infer: ({ x }, args, must) => ({ y: pooled(x, args, must) }),
  reach: ({ x }, args) => seen(x, args),
});
