import { add } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { int, perAxis } from "../core/types";

export const zeroPad2d = op({
  name: "ZeroPad2d",
  summary: "Puts a border of zeros around an image.",
  traits: ["reshape"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: { padding: param(perAxis(int(), 4), { doc: "Border left, right, above and below.", unit: "px" }) },
  infer: ({ x }, { padding: [left = 0, right = 0, top = 0, bottom = 0] }) => ({
    y: { ...x, H: add(x.H, top + bottom), W: add(x.W, left + right) },
  }),
  reach: (_, { padding: [left = 0, , top = 0] }) => ({
    H: { kind: "window", kernel: 1, stride: 1, pad: top },
    W: { kind: "window", kernel: 1, stride: 1, pad: left },
  }),
});
