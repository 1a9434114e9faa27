import { op } from "../core/op";
import { ceilMode, constraints, pooled, seen, window } from "./pooling";

export const avgPool2d = op({
  name: "AvgPool2d",
  summary: "Keeps the mean of every window.",
  formula: "H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1",
  traits: ["pooling"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: { ...window, ceil_mode: ceilMode },
  constraints,
  infer: ({ x }, args, must) => ({ y: pooled(x, args, must) }),
  reach: ({ x }, args) => seen(x, args),
});
