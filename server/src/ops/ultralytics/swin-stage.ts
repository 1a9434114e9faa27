import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import type { Wiring } from "./csp-stage";
import { block, c2, g, type Image, n, ratio, runner, shortcutOff } from "./parts";
import { yolov7 } from "./sources";
import { sharesOfHeads } from "./swin-block";
import type { swinTransformerBlock } from "./swin-transformer-block";

/** A stage of a cross-stage partial network with layers of a Swin transformer inside. */
export const swinStage = (name: string, wiring: Wiring, by: typeof swinTransformerBlock) =>
  op({
    name: `${name}${wiring.name}`,
    summary: `${wiring.summary}, one of them layers of a Swin transformer, joined by a convolution.`,
    source: yolov7,
    traits: ["convolution"],
    ...block,
    params: {
      c2,
      shortcut: { ...shortcutOff, doc: "Not used.", default: wiring.name !== "B" },
      g: { ...g, doc: "Not used." },
      e: ratio(0.5),
      n,
    },
    constraints: sharesOfHeads,
    infer({ x }, { c2, e, n }, must, call) {
      const run = runner(call),
        h = wiring.inner(c2, e),
        heads = Math.max(Math.floor(h / 32), 1);
      const message =
        h < 32
          ? say`${h} inner channels are fewer than one head of 32`
          : say`${h} inner channels cannot be split into ${heads} heads`;
      must(
        "heads-divide-features",
        n > 0 && (h < 32 || divisible(h, heads) === "no") ? "no" : "yes",
        { arg: "c2" },
        message,
      );
      const inside = (start: Image, channels: number): Image =>
        run("m", by, start, { c2: channels, num_heads: heads, num_layers: n });
      return { y: wiring.through(run, x, c2, e, inside) };
    },
  });
