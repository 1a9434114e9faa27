import { say } from "../core/message";
import { type Spelling, spell, type Vocabulary } from "../core/vocabulary";
import { adaptiveAvgPool2d } from "../ops/adaptive-avg-pool2d";
import { add } from "../ops/add";
import { avgPool2d } from "../ops/avg-pool2d";
import { batchNorm2d } from "../ops/batch-norm2d";
import { concat } from "../ops/concat";
import { convTranspose2d } from "../ops/conv-transpose2d";
import { conv2d } from "../ops/conv2d";
import { dropout } from "../ops/dropout";
import { flatten } from "../ops/flatten";
import { identity } from "../ops/identity";
import { linear } from "../ops/linear";
import { maxPool2d } from "../ops/max-pool2d";
import { relu } from "../ops/relu";
import { relu6 } from "../ops/relu6";
import { silu } from "../ops/silu";
import { upsample } from "../ops/upsample";
import { zeroPad2d } from "../ops/zero-pad2d";

const inplace = { ignores: ["inplace"] };

/** The classes of `torch.nn`; positions are those of their constructors. */
export const torch = {
  AdaptiveAvgPool2d: spell(adaptiveAvgPool2d),
  AvgPool2d: spell(avgPool2d, { ignores: ["count_include_pad", "divisor_override"] }),
  BatchNorm2d: spell(batchNorm2d, { states: { num_features: "x.C" } }),
  Conv2d: spell(conv2d, {
    states: { in_channels: "x.C" },
    ignores: ["padding_mode"],
    constraints: { "same-needs-stride-one": "PyTorch refuses `padding: same` with a stride above one." },
    must: (_, { padding, stride }, must) =>
      must(
        "same-needs-stride-one",
        padding === "same" && stride.some((step) => step > 1) ? "no" : "yes",
        { arg: "stride" },
        say`padding: same needs a stride of 1, not ${stride.length === 2 && stride[0] === stride[1] ? stride[0]! : stride}`,
      ),
  }),
  ConvTranspose2d: spell(convTranspose2d, { states: { in_channels: "x.C" }, ignores: ["padding_mode"] }),
  Dropout: spell(dropout, inplace),
  Flatten: spell(flatten),
  Identity: spell(identity),
  Linear: spell(linear, { states: { in_features: "x.F" } }),
  MaxPool2d: spell(maxPool2d, {
    ignores: ["return_indices"],
    order: ["kernel_size", "stride", "padding", "dilation", "return_indices", "ceil_mode"],
  }),
  ReLU: spell(relu, inplace),
  ReLU6: spell(relu6, inplace),
  SiLU: spell(silu, inplace),
  Upsample: spell(upsample, { ignores: ["align_corners", "recompute_scale_factor"] }),
  ZeroPad2d: spell(zeroPad2d),
};

/** What PyTorch writes as functions, and a model file as layers. */
const functions = {
  Add: spell(add),
  Concat: spell(concat, { words: { dim: "axis" } }),
};

export const pytorch: Vocabulary = {
  id: "pytorch",
  layout: "channels-first",
  countsState: false,
  spellings: new Map(Object.entries<Spelling>({ ...torch, ...functions })),
};
