import { op } from "../core/op";
import { param } from "../core/param";
import { carry } from "../core/trace";
import { size } from "../core/types";
import { adaptiveAvgPool2d } from "./adaptive-avg-pool2d";
import { conv2d } from "./conv2d";
import { activations, activationWord } from "./families/activations";
import { multiply } from "./multiply";

export const squeezeExcitation = op({
  name: "SqueezeExcitation",
  summary: "Weighs every channel by what the means of all channels say of it.",
  formula: "y = x · scale_activation(fc2(activation(fc1(mean of each channel))))",
  source: "https://docs.pytorch.org/vision/stable/generated/torchvision.ops.SqueezeExcitation.html",
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    squeeze_channels: param(size({ suggest: [8, 16, 32] }), {
      doc: "Numbers that the means are squeezed to before they are spread over all channels again.",
      unit: "channels",
    }),
    activation: param(activationWord, { doc: "The activation on the squeezed numbers.", default: "ReLU" }),
    scale_activation: param(activationWord, {
      doc: "The activation that makes factors of the last numbers.",
      default: "Sigmoid",
    }),
  },
  infer({ x }, { squeeze_channels, activation, scale_activation }, _, call) {
    const kernel_size = [1, 1];
    const means = call("avgpool", adaptiveAvgPool2d, { x }, { output_size: [1, 1] });
    const few = call("fc1", conv2d, { x: means.y }, { out_channels: squeeze_channels, kernel_size });
    const bent = call("activation", activations[activation]!, { x: few.y });
    const all = call("fc2", conv2d, { x: bent.y }, { out_channels: x.C, kernel_size });
    const factors = call("scale_activation", activations[scale_activation]!, { x: all.y });
    const { y } = call("", multiply, { a: factors.y, more: [x] });
    return { y: carry(y, { ...x }) };
  },
});
