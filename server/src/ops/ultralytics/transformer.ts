import { add, mul } from "../../core/dim";
import { op, weight } from "../../core/op";
import { block, n } from "./parts";

const square = ["q", "k", "v", "fc1", "fc2", "ma.out_proj"];

export const transformer = op({
  name: "TransformerBlock",
  summary: "Layers of a transformer over all pixels, without normalisation.",
  ...block,
  params: { n },
  infer: ({ x }) => ({ y: x }),
  weights: ({ x: { C } }, { n }) => [
    weight("linear.weight", [C, C]),
    weight("linear.bias", [C]),
    ...Array.from({ length: n }, (_, i) => [
      ...square.map((name) => weight(`tr.${i}.${name}.weight`, [C, C])),
      weight(`tr.${i}.ma.in_proj_weight`, [mul(3, C), C]),
      weight(`tr.${i}.ma.in_proj_bias`, [mul(3, C)]),
      weight(`tr.${i}.ma.out_proj.bias`, [C]),
    ]).flat(),
  ],
  reach: () => "everything",
  /** Nine square matrices for every pixel and layer, and every pixel against every other, twice; once the position. */
  macs: ({ x: { C, H, W } }, { n }) => [H, W, C, add(C, mul(n, add(mul(9, C), mul(2, H, W))))],
});
