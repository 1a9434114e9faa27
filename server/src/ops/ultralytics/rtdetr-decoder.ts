import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import { op, type Weight, weight } from "../../core/op";
import { type Args, param } from "../../core/param";
import { bool, int } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { identity } from "../identity";
import { params as common, head } from "./detect";
import { runner } from "./parts";

const number = (doc: string, least: number, usual: number) => param(int({ min: least }), { doc, default: usual });

const params = {
  nc: common.nc,
  hd: number("Width of all that is inside.", 1, 256),
  nq: number("Objects that are looked for.", 1, 300),
  ndp: number("Points that a head looks at in every input.", 1, 4),
  nh: number("Number of heads.", 1, 8),
  ndl: number("Number of layers.", 1, 6),
  d_ffn: number("Width of the inner networks.", 1, 1024),
  out_norm: param(bool, {
    doc: "Whether small networks have a place for a normalisation at their end.",
    default: true,
  }),
};

const linear = (name: string, from: number, to: number): Weight[] => [
  weight(`${name}.weight`, [to, from]),
  weight(`${name}.bias`, [to]),
];
const norm = (name: string, size: number): Weight[] => [
  weight(`${name}.weight`, [size]),
  weight(`${name}.bias`, [size]),
];
const network = (name: string, ...sizes: number[]): Weight[] =>
  sizes.slice(1).flatMap((to, i) => linear(`${name}.layers.${i}`, sizes[i]!, to));

/** One layer of the decoder: attention among objects, attention of objects to images, and a small network. */
const layer = (name: string, inputs: number, { hd, ndp, nh, d_ffn }: Args<typeof params>): Weight[] => [
  weight(`${name}.self_attn.in_proj_weight`, [3 * hd, hd]),
  weight(`${name}.self_attn.in_proj_bias`, [3 * hd]),
  ...linear(`${name}.self_attn.out_proj`, hd, hd),
  ...norm(`${name}.norm1`, hd),
  ...linear(`${name}.cross_attn.sampling_offsets`, hd, nh * inputs * ndp * 2),
  ...linear(`${name}.cross_attn.attention_weights`, hd, nh * inputs * ndp),
  ...linear(`${name}.cross_attn.value_proj`, hd, hd),
  ...linear(`${name}.cross_attn.output_proj`, hd, hd),
  ...norm(`${name}.norm2`, hd),
  ...linear(`${name}.linear1`, hd, d_ffn),
  ...linear(`${name}.linear2`, d_ffn, hd),
  ...norm(`${name}.norm3`, hd),
];

/** What a decoder holds besides what has weights: dropout, activations, and places that a normalisation could take. */
const partsWithoutWeights = (depth: number, outNorm: boolean): readonly string[] => [
  ...numbered("decoder.layers", depth).flatMap((layer) =>
    ["dropout1", "dropout2", "dropout3", "dropout4", "act"].map((part) => `${layer}.${part}`),
  ),
  ...["query_pos_head", "enc_bbox_head", ...numbered("dec_bbox_head", depth)].flatMap((network) =>
    ["act", ...(outNorm ? ["out_norm"] : [])].map((part) => `${network}.${part}`),
  ),
];
const numbered = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${name}.${i}`);

export const rtdetrDecoder = op({
  name: "RTDETRDecoder",
  summary: "A transformer that finds objects one by one, without duplicates.",
  ...head,
  params,
  constraints: { "heads-divide-features": "Each head has an equal share of the width." },
  infer({ xs }, { nc, hd, nq, nh, ndl, out_norm }, must, call) {
    must(
      "heads-divide-features",
      divisible(hd, nh),
      { arg: "nh" },
      say`a width of ${hd} cannot be split into ${nh} heads`,
    );
    const run = runner(call);
    for (const part of partsWithoutWeights(ndl, out_norm)) run(part, identity, xs[0]!);
    xs.forEach((x, i) => {
      const y = run(`input_proj.${i}.0`, conv2d, x, { out_channels: hd, kernel_size: [1, 1], bias: false });
      run(`input_proj.${i}.1`, batchNorm2d, y);
    });
    return { y: { N: xs[0]!.N, P: nq, A: 4 + nc } };
  },
  weights: ({ xs }, args) => {
    const { nc, hd, ndl } = args;
    const layers = Array.from({ length: ndl }, (_, i) => i);
    return [
      ...layers.flatMap((i) => layer(`decoder.layers.${i}`, xs.length, args)),
      weight("denoising_class_embed.weight", [nc, hd]),
      ...network("query_pos_head", 4, 2 * hd, hd),
      ...linear("enc_output.0", hd, hd),
      ...norm("enc_output.1", hd),
      ...linear("enc_score_head", hd, nc),
      ...network("enc_bbox_head", hd, hd, hd, 4),
      ...layers.flatMap((i) => [
        ...linear(`dec_score_head.${i}`, hd, nc),
        ...network(`dec_bbox_head.${i}`, hd, hd, hd, 4),
      ]),
    ];
  },
});
