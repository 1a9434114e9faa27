import { image } from "../core/batch";
import { compare, type Shape, unknown } from "../core/dim";
import { say } from "../core/message";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, size } from "../core/types";

export const bilinear = op({
  name: "Bilinear",
  summary: "Weighs every product of a feature of one input and a feature of the other, along the last axes.",
  formula: "y = aᵀ · weight · b + bias, for each of out_features matrices",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Bilinear.html",
  traits: ["join", "dense"],
  inputs: { a: "... F", b: "... F" },
  outputs: { y: "... F" },
  params: {
    out_features: param(size({ suggest: [1, 10, 128] }), { doc: "Length of the result.", unit: "features" }),
    bias: param(bool, { doc: "Whether a learned constant is added.", default: true }),
  },
  constraints: { "leading-axes-agree": "Both inputs must agree in every axis but the last." },
  infer({ a, b }, { out_features }, must) {
    const [one, other]: readonly Shape[] = [
      [...a.rest, a.F],
      [...b.rest, b.F],
    ];
    const apart = a.rest.findIndex((size, k) => compare(size, b.rest[k] ?? unknown) === "no");
    const ranks = a.rest.length === b.rest.length;
    const how = ranks
      ? say`${a.rest[apart] ?? 0} and ${b.rest[apart] ?? 0} differ`
      : say`they have ${image(one!).length} and ${image(other!).length} axes`;
    const message = say`${image(one!)} and ${image(other!)} must agree in every axis but the last: ${how}`;
    must("leading-axes-agree", ranks && apart < 0 ? "yes" : "no", { input: "b" }, message);
    return { y: { ...a, F: out_features } };
  },
  weights: ({ a, b }, { out_features, bias }) => [
    weight("weight", [out_features, a.F, b.F]),
    ...(bias ? [weight("bias", [out_features])] : []),
  ],
  macs: ({ a, b }, { out_features }) => [...a.rest.slice(1), out_features, a.F, b.F],
});
