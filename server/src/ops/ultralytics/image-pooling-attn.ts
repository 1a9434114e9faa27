import { op, type Weight, weight } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { adaptiveMaxPool2d } from "../adaptive-max-pool2d";
import { conv2d } from "../conv2d";
import { textLength } from "./c2f-attn";
import { runner } from "./parts";

/** Every image is looked at as this many places high and wide. */
const side = 3;

const linear = (name: string, from: number, to: number): Weight[] => [
  weight(`${name}.weight`, [to, from]),
  weight(`${name}.bias`, [to]),
];
const norm = (name: string, size: number): Weight[] => [
  weight(`${name}.weight`, [size]),
  weight(`${name}.bias`, [size]),
];

export const imagePoolingAttn = op({
  name: "ImagePoolingAttn",
  summary: "Words attend to the images; the result replaces the words.",
  traits: ["head"],
  inputs: { xs: "N C H W+" },
  outputs: { y: "N P A" },
  params: {
    ec: param(int({ min: 1 }), { doc: "Channels of the attention; never scaled.", unit: "channels", default: 256 }),
    nc: param(int({ min: 1 }), { doc: "Number of classes, one text each.", unit: "classes", default: 80 }),
  },
  infer({ xs }, { ec, nc }, _, call) {
    const run = runner(call);
    xs.forEach((x, i) => {
      const pixels = run(`projections.${i}`, conv2d, x, { out_channels: ec, kernel_size: [1, 1] });
      run(`im_pools.${i}`, adaptiveMaxPool2d, pixels, { output_size: [side, side] });
    });
    return { y: { N: xs[0]!.N, P: nc, A: textLength } };
  },
  weights: (_, { ec }) => [
    ...norm("query.0", textLength),
    ...linear("query.1", textLength, ec),
    ...["key", "value"].flatMap((part) => [...norm(`${part}.0`, ec), ...linear(`${part}.1`, ec, ec)]),
    ...linear("proj", ec, textLength),
  ],
});
