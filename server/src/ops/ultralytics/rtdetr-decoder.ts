import { op, type Weight, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { identity } from "../identity";
import { head, params } from "./detect";
import { runner } from "./parts";

/** Fixed in the library: width, layers, heads, points looked at per head and input, width of the inner networks, objects found. */
const [hidden, depth, heads, points, wide, queries] = [256, 6, 8, 4, 1024, 300];

const linear = (name: string, from: number, to: number): Weight[] => [
  weight(`${name}.weight`, [to, from]),
  weight(`${name}.bias`, [to]),
];
const norm = (name: string): Weight[] => [weight(`${name}.weight`, [hidden]), weight(`${name}.bias`, [hidden])];
const network = (name: string, ...sizes: number[]): Weight[] =>
  sizes.slice(1).flatMap((to, i) => linear(`${name}.layers.${i}`, sizes[i]!, to));

/** One layer of the decoder: attention among objects, attention of objects to images, and a small network. */
const layer = (name: string, inputs: number): Weight[] => [
  weight(`${name}.self_attn.in_proj_weight`, [3 * hidden, hidden]),
  weight(`${name}.self_attn.in_proj_bias`, [3 * hidden]),
  ...linear(`${name}.self_attn.out_proj`, hidden, hidden),
  ...norm(`${name}.norm1`),
  ...linear(`${name}.cross_attn.sampling_offsets`, hidden, heads * inputs * points * 2),
  ...linear(`${name}.cross_attn.attention_weights`, hidden, heads * inputs * points),
  ...linear(`${name}.cross_attn.value_proj`, hidden, hidden),
  ...linear(`${name}.cross_attn.output_proj`, hidden, hidden),
  ...norm(`${name}.norm2`),
  ...linear(`${name}.linear1`, hidden, wide),
  ...linear(`${name}.linear2`, wide, hidden),
  ...norm(`${name}.norm3`),
];

/** What a decoder holds besides what has weights: dropout, activations, and places that a normalisation could take. */
const partsWithoutWeights = (outNorm: boolean): readonly string[] => [
  ...numbered("decoder.layers").flatMap((layer) =>
    ["dropout1", "dropout2", "dropout3", "dropout4", "act"].map((part) => `${layer}.${part}`),
  ),
  ...["query_pos_head", "enc_bbox_head", ...numbered("dec_bbox_head")].flatMap((network) =>
    ["act", ...(outNorm ? ["out_norm"] : [])].map((part) => `${network}.${part}`),
  ),
];
const numbered = (name: string): readonly string[] => Array.from({ length: depth }, (_, i) => `${name}.${i}`);

export const rtdetrDecoder = op({
  name: "RTDETRDecoder",
  summary: "A transformer that finds objects one by one, without duplicates.",
  ...head,
  params: {
    nc: params.nc,
    out_norm: param(bool, {
      doc: "Whether small networks have a place for a normalisation at their end.",
      default: true,
    }),
  },
  infer({ xs }, { nc, out_norm }, _, call) {
    const run = runner(call);
    for (const part of partsWithoutWeights(out_norm)) run(part, identity, xs[0]!);
    xs.forEach((x, i) => {
      const y = run(`input_proj.${i}.0`, conv2d, x, { out_channels: hidden, kernel_size: [1, 1], bias: false });
      run(`input_proj.${i}.1`, batchNorm2d, y);
    });
    return { y: { N: xs[0]!.N, P: queries, A: 4 + nc } };
  },
  weights: ({ xs }, { nc }) => [
    ...Array.from({ length: depth }, (_, i) => layer(`decoder.layers.${i}`, xs.length)).flat(),
    weight("denoising_class_embed.weight", [nc, hidden]),
    ...network("query_pos_head", 4, 2 * hidden, hidden),
    ...linear("enc_output.0", hidden, hidden),
    ...norm("enc_output.1"),
    ...linear("enc_score_head", hidden, nc),
    ...network("enc_bbox_head", hidden, hidden, hidden, 4),
    ...Array.from({ length: depth }, (_, i) => [
      ...linear(`dec_score_head.${i}`, hidden, nc),
      ...network(`dec_bbox_head.${i}`, hidden, hidden, hidden, 4),
    ]).flat(),
  ],
});
