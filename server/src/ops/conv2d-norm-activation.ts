import { say } from "../core/message";
import { type Op, op } from "../core/op";
import { from, param } from "../core/param";
import { bool, choice, either, int, labelled, orNone, orNull, perAxis } from "../core/types";
import { batchNorm2d } from "./batch-norm2d";
import { conv2d } from "./conv2d";
import { activations, activationWord, inplace as takesInplace } from "./families/activations";
import type { Padding } from "./families/window";
import { identity } from "./identity";
import { instanceNorm2d } from "./instance-norm2d";
import { layerNorm2d } from "./layer-norm2d";

const norms: { readonly [name: string]: Op } = {
  BatchNorm2d: batchNorm2d,
  Identity: identity,
  InstanceNorm2d: instanceNorm2d,
  LayerNorm2d: layerNorm2d,
};

const normWord = labelled(choice(...Object.keys(norms)), "a normalisation such as BatchNorm2d");

const { out_channels, stride, dilation, groups } = conv2d.params;

/** The border that keeps the size at stride one, for sides that are odd. */
const around = ({ kernel_size, dilation }: { readonly [name: string]: any }): Padding =>
  kernel_size.map((side: number, axis: number) => Math.floor((side - 1) / 2) * dilation[axis]);

export const conv2dNormActivation = op({
  name: "Conv2dNormActivation",
  summary: "A convolution, a normalisation and an activation, padded to keep the size.",
  formula: "y = activation(norm(conv(x)))",
  source: "https://docs.pytorch.org/vision/stable/generated/torchvision.ops.Conv2dNormActivation.html",
  traits: ["convolution"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    out_channels,
    kernel_size: { ...conv2d.params.kernel_size, default: [3, 3] },
    stride,
    padding: param(orNull(either(perAxis(int({ min: 0 })), choice("same", "valid"))), {
      doc: "Zeros added on every side.",
      unit: "px",
      default: from("(kernel_size − 1) // 2 · dilation", around),
    }),
    groups,
    norm_layer: param(orNone(normWord), {
      doc: "The normalisation behind the convolution; null for none.",
      default: "BatchNorm2d",
    }),
    activation_layer: param(orNone(activationWord), {
      doc: "The activation at the end; null for none.",
      default: "ReLU",
    }),
    dilation,
    inplace: param(orNone(bool), {
      doc: "What the activation is told of `inplace`; null for nothing.",
      default: true,
    }),
    bias: param(orNull(bool), {
      doc: "Whether each filter adds a learned constant.",
      default: from("only without a norm_layer", ({ norm_layer }) => norm_layer === null),
    }),
  },
  constraints: {
    "groups-divide-channels": conv2d.constraints["groups-divide-channels"],
    "kernel-fits-input": conv2d.constraints["kernel-fits-input"],
    "activation-takes-inplace": "The activation is given `inplace` unless that is null, and must take it.",
  },
  infer({ x }, { norm_layer, activation_layer, inplace, ...args }, must, call) {
    must(
      "activation-takes-inplace",
      inplace === null || activation_layer === null || takesInplace.has(activation_layer) ? "yes" : "no",
      { arg: "activation_layer" },
      say`${activation_layer ?? "null"} takes no argument inplace, and is given ${String(inplace)}; ${"inplace: null"} leaves it out`,
    );
    const blame = Object.fromEntries(Object.keys(args).map((name) => [name, name]));
    let { y } = call("0", conv2d, { x }, args, blame);
    const layers = [norms[norm_layer ?? ""], activations[activation_layer ?? ""]].filter(
      (layer) => layer !== undefined,
    );
    layers.forEach((layer, i) => {
      y = call(`${i + 1}`, layer, { x: y })["y"] as typeof y;
    });
    return { y };
  },
});
