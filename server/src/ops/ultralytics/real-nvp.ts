import { op } from "../../core/op";
import { linear } from "../linear";
import { silu } from "../silu";
import { tanh } from "../tanh";

/** Fixed in the library: values of a point, width of the inner networks, how many of them there are. */
const [point, wide, depth] = [2, 64, 6];

export const realNvp = op({
  name: "RealNVP",
  summary: "Judges how likely the error of a point is, by small networks for scales and shifts.",
  inputs: { x: "... F" },
  outputs: { y: "... F" },
  infer({ x }, _args, _, call) {
    for (const part of ["s", "t"])
      for (let i = 0; i < depth; i++) {
        const name = (layer: number): string => `${part}.${i}.${layer}`;
        let y = call(name(0), linear, { x }, { out_features: wide }).y;
        y = call(name(2), linear, { x: call(name(1), silu, { x: y }).y }, { out_features: wide }).y;
        y = call(name(4), linear, { x: call(name(3), silu, { x: y }).y }, { out_features: point }).y;
        if (part === "s") call(name(5), tanh, { x: y });
      }
    return { y: x };
  },
});
