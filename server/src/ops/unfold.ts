import { mul } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { blocks } from "./families/blocks";
import { mustFit } from "./families/fitting";
import { along, positions } from "./families/window";

export const unfold = op({
  name: "Unfold",
  summary: "Lays every window of an image out as a column.",
  formula: "[C, H, W] becomes [C · kernel², windows]",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Unfold.html",
  traits: ["reshape"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C L" },
  params: blocks,
  constraints: { "kernel-fits-input": "A dilated window must not be larger than the padded image." },
  infer({ x }, { kernel_size, dilation, padding, stride }, must) {
    const counts = (["H", "W"] as const).map((axis, i) => {
      const window = along(i, kernel_size, stride, dilation, padding);
      mustFit({ axis, size: x[axis], window, what: say`window` }, must);
      return positions(x[axis], window);
    });
    return { y: { N: x.N, C: mul(x.C, ...kernel_size), L: mul(...counts) } };
  },
  reach: () => "everything",
});
