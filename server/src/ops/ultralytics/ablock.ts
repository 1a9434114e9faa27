import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int, number } from "../../core/types";
import { attend } from "./attend";
import { conv } from "./conv";
import { added, block, type Image, runner, share, withChannels } from "./parts";

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
  infer({ x }, { mlp_ratio, area, pe, apart }, _, call) {
    const run = runner(call),
      c = Number(x.C);
    const by = (name: string, wide: number): Image => run(`attn.${name}`, conv, x, { c2: wide * c, act: false });
    if (apart) by("qk", 2);
    const values = withChannels(apart ? by("v", 1) : by("qkv", 3), c);
    const places = run("attn.pe", conv, values, { c2: c, k: [pe, pe], g: c, act: false });
    const seen = added(run, run("", attend, values, { keys: c, areas: Math.max(area, 1) }), places);
    const attended = run("attn.proj", conv, seen, { c2: c, act: false });
    return { y: run("mlp.1", conv, run("mlp.0", conv, attended, { c2: share(c, mlp_ratio) }), { c2: c, act: false }) };
  },
});
