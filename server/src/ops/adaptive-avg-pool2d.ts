import { op } from "../core/op";
import { param } from "../core/param";
import { int, optional, perAxis } from "../core/types";

export const adaptiveAvgPool2d = op({
  name: "AdaptiveAvgPool2d",
  summary: "Averages over as many windows as give the wanted size.",
  traits: ["pooling"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    output_size: param(perAxis(optional(int({ min: 1, suggest: [1, 7] }))), {
      doc: "Height and width of the result; null keeps the size.",
      unit: "px",
    }),
  },
  infer: ({ x }, { output_size: [H, W] }) => ({ y: { ...x, H: H ?? x.H, W: W ?? x.W } }),
  reach: () => "everything",
});
