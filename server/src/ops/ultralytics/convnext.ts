import { carry } from "../../core/trace";
import { conv2d } from "../conv2d";
import { gelu } from "../gelu";
import { layerNorm } from "../layer-norm";
import { layerNorm2d } from "../layer-norm2d";
import { layerScale } from "../layer-scale";
import { linear } from "../linear";
import { permute } from "../permute";
import { stochasticDepth } from "../stochastic-depth";
import { added, type Image, image, type Run } from "./parts";
import type { Child } from "./published";

/** A wide window for every channel, then a small network on every position, added to the input. */
function block(run: Run, name: string, x: Image): Image {
  const C = Number(x.C);
  const seen = run(`${name}.block.0`, conv2d, x, {
    out_channels: C,
    kernel_size: [7, 7],
    padding: [3, 3],
    groups: C,
  });
  const { call } = run;
  const last = call(
    `${name}.block.1`,
    permute,
    { x: carry(seen, [seen.N, seen.C, seen.H, seen.W]) },
    { dims: [0, 2, 3, 1] },
  );
  const normed = call(`${name}.block.2`, layerNorm, { x: last.y }, { normalized_shape: [C] });
  const wide = call(`${name}.block.3`, linear, { x: normed.y }, { out_features: 4 * C });
  const bent = call(`${name}.block.4`, gelu, { x: wide.y });
  const mixed = call(`${name}.block.5`, linear, { x: bent.y }, { out_features: C });
  const back = call(`${name}.block.6`, permute, { x: mixed.y }, { dims: [0, 3, 1, 2] });
  const scaled = run("", layerScale, image(back.y));
  return added(run, run(`${name}.stochastic_depth`, stochasticDepth, scaled, { p: 0, mode: "row" }), x);
}

/** Squares side by side, and four stages; between two of them squares of 2×2. */
const convnext = (widths: readonly number[], depths: readonly number[]): readonly Child[] =>
  widths.flatMap((C, stage): Child[] => [
    (run, name, x) => {
      const side = stage === 0 ? 4 : 2;
      const cut = { out_channels: C, kernel_size: [side, side], stride: [side, side] };
      return stage === 0
        ? run(`${name}.1`, layerNorm2d, run(`${name}.0`, conv2d, x, cut))
        : run(`${name}.1`, conv2d, run(`${name}.0`, layerNorm2d, x), cut);
    },
    (run, name, x) => {
      let y = x;
      for (let i = 0; i < depths[stage]!; i++) y = block(run, `${name}.${i}`, y);
      return y;
    },
  ]);

export const convnexts: { readonly [name: string]: readonly Child[] } = {
  convnext_tiny: convnext([96, 192, 384, 768], [3, 3, 9, 3]),
  convnext_small: convnext([96, 192, 384, 768], [3, 3, 27, 3]),
  convnext_base: convnext([128, 256, 512, 1024], [3, 3, 27, 3]),
  convnext_large: convnext([192, 384, 768, 1536], [3, 3, 27, 3]),
};
