import { divisible, floorDiv, mul } from "../core/dim";
import { empty, type Message, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import { nameOf } from "./families/spatial";

export const pixelUnshuffle = op({
  name: "PixelUnshuffle",
  summary: "Lays pixels out as channels: a smaller image, more channels.",
  formula: "C' = C · downscale_factor², H' = H / downscale_factor",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelUnshuffle.html",
  traits: ["reshape"],
  inputs: { x: "... C H W" },
  outputs: { y: "... C H W" },
  params: {
    downscale_factor: param(int({ min: 1, suggest: [2] }), { doc: "How many times lower and narrower the result is." }),
  },
  constraints: { "factor-divides-image": "Height and width must be multiples of `downscale_factor`." },
  infer({ x }, { downscale_factor: r }, must) {
    const odd = (["H", "W"] as const).find((axis) => divisible(x[axis], r) === "no");
    const message = odd ? uneven(odd, x[odd] as number, r) : empty;
    must("factor-divides-image", odd ? "no" : "yes", { arg: "downscale_factor" }, message);
    return { y: { ...x, C: mul(x.C, r * r), H: floorDiv(x.H, r), W: floorDiv(x.W, r) } };
  },
  changesNothing: (_, { downscale_factor }) => downscale_factor === 1,
  reach: ({ x }, { downscale_factor: r }) =>
    x.rest.length === 1
      ? { H: { kind: "window", kernel: r, stride: r, pad: 0 }, W: { kind: "window", kernel: r, stride: r, pad: 0 } }
      : "everything",
});

function uneven(axis: string, size: number, r: number): Message {
  const below = size - (size % r);
  const fits = below ? say`${below} or ${below + r} px do` : say`${r} px do`;
  return say`a ${nameOf(axis)} of ${size} px does not divide into blocks of ${r}, but ${fits}`;
}
