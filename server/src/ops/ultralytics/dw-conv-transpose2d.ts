import { gcd } from "../../core/divisors";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, perAxis } from "../../core/types";
import { convTranspose2d } from "../conv-transpose2d";
import { block, c2 } from "./parts";
import { convolutions } from "./sources";

const pixels = (doc: string, min: number) => param(perAxis(int({ min })), { doc, unit: "px", default: [min, min] });

export const dwConvTranspose2d = op({
  name: "DWConvTranspose2d",
  summary: "A transposed convolution in as many groups as channels allow.",
  source: convolutions,
  traits: ["convolution"],
  ...block,
  params: {
    c2,
    k: pixels("Height and width of a filter.", 1),
    s: pixels("Step from one stamp to the next.", 1),
    p1: pixels("Border cut off on every side.", 0),
    p2: pixels("Added at the end of every axis.", 0),
  },
  infer: ({ x }, { c2, k, s, p1, p2 }, _, call) =>
    call(
      "",
      convTranspose2d,
      { x },
      {
        out_channels: c2,
        kernel_size: k,
        stride: s,
        padding: p1,
        output_padding: p2,
        groups: typeof x.C === "number" ? gcd(x.C, c2) : 1,
      },
      { out_channels: "c2", kernel_size: "k", stride: "s", padding: "p1", output_padding: "p2" },
    ),
});
