import { between, op } from "../core/op";

export const softmax2d = op({
  name: "Softmax2d",
  summary: "Turns the channels at every place of an image into shares that add up to 1.",
  formula: "y = exp(x) / Σ exp(x), the sum over the channels",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax2d.html",
  traits: ["activation"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  infer: ({ x }) => ({ y: x }),
  range: () => between(0, 1),
  scores: "shares",
  sharesAlong: () => [1],
});
