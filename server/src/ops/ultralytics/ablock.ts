import { floorDiv, mul } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int, number } from "../../core/types";
import { conv } from "./conv";
import { block, runner, share, withChannels } from "./parts";

export const positions = {
  pe: param(int({ min: 1 }), { doc: "Side of the filters that tell positions apart.", unit: "px", default: 7 }),
  apart: param(bool, { doc: "Whether values are computed apart from queries and keys.", default: false }),
};

export const ablock = op({
  name: "ABlock",
  summary: "Attention within areas of the image, then a small network on every pixel.",
  ...block,
  params: {
    mlp_ratio: param(number({ min: 0 }), { doc: "Width of the inner network.", default: 1.2 }),
    area: param(int(), { doc: "Areas the image is cut into.", default: 1 }),
    ...positions,
  },
  infer({ x }, { mlp_ratio, pe, apart }, _, call) {
    const run = runner(call),
      c = Number(x.C);
    if (apart)
      for (const [part, wide] of [
        ["qk", 2],
        ["v", 1],
      ] as const)
        run(`attn.${part}`, conv, x, { c2: wide * c, act: false });
    else run("attn.qkv", conv, x, { c2: 3 * c, act: false });
    run("attn.pe", conv, withChannels(x, c), { c2: c, k: [pe, pe], g: c, act: false });
    const attended = run("attn.proj", conv, x, { c2: c, act: false });
    return { y: run("mlp.1", conv, run("mlp.0", conv, attended, { c2: share(c, mlp_ratio) }), { c2: c, act: false }) };
  },
  macs: ({ x }, { area }) => [2, floorDiv(mul(x.H, x.W, x.H, x.W), Math.max(area, 1)), x.C],
});
