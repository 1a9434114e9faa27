import { divisible, floorDiv, mul } from "../core/dim";
import { empty, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";

export const pixelShuffle = op({
  name: "PixelShuffle",
  summary: "Lays channels out as pixels: fewer channels, a larger image.",
  formula: "C' = C / upscale_factor², H' = H · upscale_factor",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelShuffle.html",
  traits: ["reshape"],
  inputs: { x: "... C H W" },
  outputs: { y: "... C H W" },
  params: {
    upscale_factor: param(int({ min: 1, suggest: [2] }), { doc: "How many times higher and wider the result is." }),
  },
  constraints: { "square-divides-channels": "The channels must be a multiple of the square of `upscale_factor`." },
  infer({ x }, { upscale_factor: r }, must) {
    const holds = divisible(x.C, r * r);
    must(
      "square-divides-channels",
      holds,
      { arg: "upscale_factor" },
      holds === "no" ? uneven(x.C as number, r) : empty,
    );
    return { y: { ...x, C: floorDiv(x.C, r * r), H: mul(x.H, r), W: mul(x.W, r) } };
  },
  changesNothing: (_, { upscale_factor }) => upscale_factor === 1,
  reach: ({ x }, { upscale_factor: factor }) =>
    x.rest.length === 1
      ? { H: { kind: "enlarge", factor, taps: 1 }, W: { kind: "enlarge", factor, taps: 1 } }
      : "everything",
});

function uneven(channels: number, r: number) {
  const below = channels - (channels % (r * r));
  const more = below ? say`${below} or ${below + r * r} can` : say`${r * r} can`;
  return say`${channels} channels cannot be laid out as ${r}·${r} = ${r * r} pixels each, but ${more}`;
}
