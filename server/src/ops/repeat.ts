import { mul } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { list, size } from "../core/types";
import { mustName, named } from "./families/every-axis";

export const repeat = op({
  name: "Repeat",
  summary: "Lays copies of a tensor side by side along every axis.",
  formula: "size · repeats for every axis; numbers in front make new axes",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.repeat.html",
  traits: ["reshape"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    repeats: param(
      { ...list(size({ min: 0 })), suggest: ["[1, 1, 2, 2]"] },
      {
        doc: "How many copies along each axis, the batch being the first of those that are there; 1 leaves it as it is.",
      },
    ),
  },
  constraints: named,
  infer({ x }, { repeats }, must) {
    mustName(x, repeats, { arg: "repeats" }, must);
    const added = repeats.length - x.length;
    return { y: added < 0 ? x : repeats.map((count, k) => (k < added ? count : mul(count, x[k - added]!))) };
  },
  changesNothing: ({ x }, { repeats }) => repeats.length === x.length && repeats.every((count) => count === 1),
  reach: () => "everything",
});
