import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import { op, type Weight, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, int } from "../../core/types";
import { adaptiveMaxPool2d } from "../adaptive-max-pool2d";
import { conv2d } from "../conv2d";
import { textLength } from "./c2f-attn";
import { runner } from "./parts";

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
    ct: param(int({ min: 1 }), { doc: "Length of the vectors that stand for words.", default: textLength }),
    nh: param(int({ min: 1 }), { doc: "Number of heads.", default: 8 }),
    k: param(int({ min: 1 }), { doc: "Rows and columns that each image is pooled to.", default: 3 }),
    scale: param(bool, { doc: "Whether the result is weighed by a learned factor.", default: false }),
    nc: param(int({ min: 1 }), { doc: "Number of classes, one text each.", unit: "classes", default: 80 }),
  },
  constraints: { "heads-divide-features": "Each head has an equal share of the channels." },
  infer({ xs }, { ec, ct, nh, k, nc }, must, call) {
    must(
      "heads-divide-features",
      divisible(ec, nh),
      { arg: "ec" },
      say`${ec} channels cannot be split into ${nh} heads`,
    );
    const run = runner(call);
    xs.forEach((x, i) => {
      const pixels = run(`projections.${i}`, conv2d, x, { out_channels: ec, kernel_size: [1, 1] });
      run(`im_pools.${i}`, adaptiveMaxPool2d, pixels, { output_size: [k, k] });
    });
    return { y: { N: xs[0]!.N, P: nc, A: ct } };
  },
  weights: (_, { ec, ct, scale }) => [
    ...norm("query.0", ct),
    ...linear("query.1", ct, ec),
    ...["key", "value"].flatMap((part) => [...norm(`${part}.0`, ec), ...linear(`${part}.1`, ec, ec)]),
    ...linear("proj", ec, ct),
    ...(scale ? [weight("scale", [1])] : []),
  ],
});
