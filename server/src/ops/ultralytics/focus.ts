import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { carry } from "../../core/trace";
import { pixelUnshuffle } from "../pixel-unshuffle";
import { conv, params } from "./conv";
import { block } from "./parts";
import { convolutions } from "./sources";

const { c2, k, s, p, g, act } = params;

export const focus = op({
  name: "Focus",
  summary: "Lays every 2×2 pixels out as channels, then convolves.",
  source: convolutions,
  traits: ["convolution"],
  ...block,
  params: { c2, k, s, p, g, act },
  constraints: { "factor-divides-image": "Height and width must be even." },
  infer({ x }, args, must, call) {
    const odd = (["H", "W"] as const).find((axis) => divisible(x[axis], 2) === "no");
    const message = say`${x.H}×${x.W} px cannot be cut into every other row and column: both sides must be even`;
    must("factor-divides-image", odd ? "no" : "yes", { input: "x" }, message);
    const { y } = call("", pixelUnshuffle, { x: carry(x, [x.N, x.C, x.H, x.W]) }, { downscale_factor: 2 });
    const blame = { c2: "c2", k: "k", s: "s", p: "p", g: "g" };
    return call("conv", conv, { x: carry(y, { N: x.N, C: y.C, H: y.H, W: y.W }) }, args, blame);
  },
});
