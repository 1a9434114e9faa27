import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { conv } from "./conv";
import { block, c2, chain, runner, withChannels } from "./parts";
import { yolov7 } from "./sources";
import type { swinLayer } from "./swin-layer";

export const sharesOfHeads = { "heads-divide-features": "Each head has an equal share of the channels." } as const;

/** Layers of a Swin transformer of one version; every other one shifts its windows by half. */
export const swinBlock = (name: string, summary: string, by: typeof swinLayer) =>
  op({
    name,
    summary,
    source: yolov7,
    ...block,
    params: {
      c2,
      num_heads: param(int({ min: 1 }), { doc: "Number of heads." }),
      num_layers: param(int({ min: 0 }), { doc: "Number of layers." }),
      window_size: param(int({ min: 1 }), {
        doc: "Side of a window; images are filled up to whole ones.",
        unit: "px",
        default: by.params.window_size.default as number,
      }),
    },
    constraints: sharesOfHeads,
    infer({ x }, { c2, num_heads, num_layers, window_size }, must, call) {
      const run = runner(call);
      const message = say`${c2} channels cannot be split into ${num_heads} heads`;
      must("heads-divide-features", divisible(c2, num_heads), { arg: "num_heads" }, message);
      const start = x.C === c2 ? x : run("conv", conv, x, { c2 });
      const args = { heads: num_heads, window_size };
      return { y: chain(run, "blocks", num_layers, by, withChannels(start, c2), args).at(-1)! };
    },
  });
