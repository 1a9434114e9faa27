import { op } from "../../core/op";
import type { Param } from "../../core/param";
import { conv, params } from "./conv";
import { block, runner } from "./parts";

/** Without a default. */
const needed = <T>({ default: _, ...rest }: Param<T>): Param<T> => rest;

export const scdown = op({
  name: "SCDown",
  summary: "A 1×1 convolution, then a depthwise one that makes the image smaller.",
  traits: ["convolution"],
  ...block,
  params: { c2: params.c2, k: needed(params.k), s: needed(params.s) },
  infer({ x }, { c2, k, s }, _, call) {
    const run = runner(call);
    return { y: run("cv2", conv, run("cv1", conv, x, { c2 }), { c2, k, s, g: c2, act: false }) };
  },
});
