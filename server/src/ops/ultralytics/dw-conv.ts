import { op } from "../../core/op";
import { conv, params } from "./conv";
import { block } from "./parts";

const { c2, k, s, d, act } = params;

export const dwConv = op({
  name: "DWConv",
  summary: "A convolution in as many groups as channels allow.",
  traits: ["convolution"],
  ...block,
  params: { c2, k, s, d, act },
  infer: ({ x }, args, _, call) =>
    call("", conv, { x }, { ...args, g: typeof x.C === "number" ? divisor(x.C, args.c2) : 1 }),
});

const divisor = (a: number, b: number): number => (b === 0 || Number.isNaN(a) ? a || 1 : divisor(b, a % b));
