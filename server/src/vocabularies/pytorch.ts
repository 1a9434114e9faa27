import { type Spelling, spell, type Vocabulary } from "../core/vocabulary";
import { adaptiveAvgPool1d } from "../ops/adaptive-avg-pool1d";
import { adaptiveAvgPool2d } from "../ops/adaptive-avg-pool2d";
import { adaptiveAvgPool3d } from "../ops/adaptive-avg-pool3d";
import { adaptiveMaxPool1d } from "../ops/adaptive-max-pool1d";
import { adaptiveMaxPool2d } from "../ops/adaptive-max-pool2d";
import { adaptiveMaxPool3d } from "../ops/adaptive-max-pool3d";
import { add } from "../ops/add";
import { alphaDropout } from "../ops/alpha-dropout";
import { amax } from "../ops/amax";
import { amin } from "../ops/amin";
import { average } from "../ops/average";
import { avgPool1d } from "../ops/avg-pool1d";
import { avgPool2d } from "../ops/avg-pool2d";
import { avgPool3d } from "../ops/avg-pool3d";
import { batchNorm1d } from "../ops/batch-norm1d";
import { batchNorm2d } from "../ops/batch-norm2d";
import { batchNorm3d } from "../ops/batch-norm3d";
import { bilinear } from "../ops/bilinear";
import { celu } from "../ops/celu";
import { channelShuffle } from "../ops/channel-shuffle";
import { chunk } from "../ops/chunk";
import { circularPad1d } from "../ops/circular-pad1d";
import { circularPad2d } from "../ops/circular-pad2d";
import { circularPad3d } from "../ops/circular-pad3d";
import { concat } from "../ops/concat";
import { constantPad1d } from "../ops/constant-pad1d";
import { constantPad2d } from "../ops/constant-pad2d";
import { constantPad3d } from "../ops/constant-pad3d";
import { convTranspose1d } from "../ops/conv-transpose1d";
import { convTranspose2d } from "../ops/conv-transpose2d";
import { convTranspose3d } from "../ops/conv-transpose3d";
import { conv1d } from "../ops/conv1d";
import { conv2d } from "../ops/conv2d";
import { conv3d } from "../ops/conv3d";
import { cosineSimilarity } from "../ops/cosine-similarity";
import { dropout } from "../ops/dropout";
import { dropout1d } from "../ops/dropout1d";
import { dropout2d } from "../ops/dropout2d";
import { dropout3d } from "../ops/dropout3d";
import { einsum } from "../ops/einsum";
import { elu } from "../ops/elu";
import { expand } from "../ops/expand";
import { featureAlphaDropout } from "../ops/feature-alpha-dropout";
import { flatten } from "../ops/flatten";
import { fold } from "../ops/fold";
import { fractionalMaxPool2d } from "../ops/fractional-max-pool2d";
import { fractionalMaxPool3d } from "../ops/fractional-max-pool3d";
import { gelu } from "../ops/gelu";
import { glu } from "../ops/glu";
import { groupNorm } from "../ops/group-norm";
import { hardshrink } from "../ops/hardshrink";
import { hardsigmoid } from "../ops/hardsigmoid";
import { hardswish } from "../ops/hardswish";
import { hardtanh } from "../ops/hardtanh";
import { identity } from "../ops/identity";
import { instanceNorm1d } from "../ops/instance-norm1d";
import { instanceNorm2d } from "../ops/instance-norm2d";
import { instanceNorm3d } from "../ops/instance-norm3d";
import { layerNorm } from "../ops/layer-norm";
import { layerScale } from "../ops/layer-scale";
import { leakyRelu } from "../ops/leaky-relu";
import { linear } from "../ops/linear";
import { localResponseNorm } from "../ops/local-response-norm";
import { logSigmoid } from "../ops/log-sigmoid";
import { logSoftmax } from "../ops/log-softmax";
import { lpPool1d } from "../ops/lp-pool1d";
import { lpPool2d } from "../ops/lp-pool2d";
import { lpPool3d } from "../ops/lp-pool3d";
import { matmul } from "../ops/matmul";
import { max } from "../ops/max";
import { maxPool1d } from "../ops/max-pool1d";
import { maxPool2d } from "../ops/max-pool2d";
import { maxPool3d } from "../ops/max-pool3d";
import { maximum } from "../ops/maximum";
import { mean } from "../ops/mean";
import { min } from "../ops/min";
import { minimum } from "../ops/minimum";
import { mish } from "../ops/mish";
import { multiply } from "../ops/multiply";
import { narrow } from "../ops/narrow";
import { pad } from "../ops/pad";
import { pairwiseDistance } from "../ops/pairwise-distance";
import { permute } from "../ops/permute";
import { pixelShuffle } from "../ops/pixel-shuffle";
import { pixelUnshuffle } from "../ops/pixel-unshuffle";
import { prelu } from "../ops/prelu";
import { reflectionPad1d } from "../ops/reflection-pad1d";
import { reflectionPad2d } from "../ops/reflection-pad2d";
import { reflectionPad3d } from "../ops/reflection-pad3d";
import { relu } from "../ops/relu";
import { relu6 } from "../ops/relu6";
import { repeat } from "../ops/repeat";
import { replicationPad1d } from "../ops/replication-pad1d";
import { replicationPad2d } from "../ops/replication-pad2d";
import { replicationPad3d } from "../ops/replication-pad3d";
import { reshape } from "../ops/reshape";
import { rmsNorm } from "../ops/rms-norm";
import { rrelu } from "../ops/rrelu";
import { scaledDotProductAttention } from "../ops/scaled-dot-product-attention";
import { selu } from "../ops/selu";
import { sigmoid } from "../ops/sigmoid";
import { silu } from "../ops/silu";
import { softmax } from "../ops/softmax";
import { softmax2d } from "../ops/softmax2d";
import { softmin } from "../ops/softmin";
import { softplus } from "../ops/softplus";
import { softshrink } from "../ops/softshrink";
import { softsign } from "../ops/softsign";
import { split } from "../ops/split";
import { squeeze } from "../ops/squeeze";
import { subtract } from "../ops/subtract";
import { sum } from "../ops/sum";
import { syncBatchNorm } from "../ops/sync-batch-norm";
import { tanh } from "../ops/tanh";
import { tanhshrink } from "../ops/tanhshrink";
import { threshold } from "../ops/threshold";
import { transpose } from "../ops/transpose";
import { implicitA, implicitM } from "../ops/ultralytics/implicit";
import { unflatten } from "../ops/unflatten";
import { unfold } from "../ops/unfold";
import { unsqueeze } from "../ops/unsqueeze";
import { upsample } from "../ops/upsample";
import { zeroPad1d } from "../ops/zero-pad1d";
import { zeroPad2d } from "../ops/zero-pad2d";
import { zeroPad3d } from "../ops/zero-pad3d";
import { nicknames } from "./pytorch-nicknames";
import { sequences } from "./pytorch-sequences";
import {
  adaptiveLargest,
  averaged,
  conv,
  enlarged,
  fractional,
  grouped,
  inplace,
  joined,
  largest,
  modes,
  norm,
  oneAxis,
  powered,
  transposed,
} from "./pytorch-words";
import { vision } from "./torchvision";

/** The classes of `torch.nn`; positions are those of their constructors. */
export const torch = {
  AdaptiveAvgPool1d: spell(adaptiveAvgPool1d),
  AdaptiveAvgPool2d: spell(adaptiveAvgPool2d),
  AdaptiveAvgPool3d: spell(adaptiveAvgPool3d),
  AdaptiveMaxPool1d: spell(adaptiveMaxPool1d, adaptiveLargest),
  AdaptiveMaxPool2d: spell(adaptiveMaxPool2d, adaptiveLargest),
  AdaptiveMaxPool3d: spell(adaptiveMaxPool3d, adaptiveLargest),
  AlphaDropout: spell(alphaDropout, inplace),
  AvgPool1d: spell(avgPool1d, averaged(1)),
  AvgPool2d: spell(avgPool2d, averaged(2)),
  AvgPool3d: spell(avgPool3d, averaged(3)),
  BatchNorm1d: spell(batchNorm1d, norm),
  BatchNorm2d: spell(batchNorm2d, norm),
  BatchNorm3d: spell(batchNorm3d, norm),
  Bilinear: spell(bilinear, { states: { in1_features: "a.F", in2_features: "b.F" } }),
  CELU: spell(celu, inplace),
  ChannelShuffle: spell(channelShuffle),
  CircularPad1d: spell(circularPad1d),
  CircularPad2d: spell(circularPad2d),
  CircularPad3d: spell(circularPad3d),
  ConstantPad1d: spell(constantPad1d),
  ConstantPad2d: spell(constantPad2d),
  ConstantPad3d: spell(constantPad3d),
  Conv1d: spell(conv1d, conv(1)),
  Conv2d: spell(conv2d, conv(2)),
  Conv3d: spell(conv3d, conv(3)),
  ConvTranspose1d: spell(convTranspose1d, transposed(1)),
  ConvTranspose2d: spell(convTranspose2d, transposed(2)),
  ConvTranspose3d: spell(convTranspose3d, transposed(3)),
  CosineSimilarity: spell(cosineSimilarity),
  Dropout: spell(dropout, inplace),
  Dropout1d: spell(dropout1d, inplace),
  Dropout2d: spell(dropout2d, inplace),
  Dropout3d: spell(dropout3d, inplace),
  ELU: spell(elu, inplace),
  FeatureAlphaDropout: spell(featureAlphaDropout, inplace),
  Flatten: spell(flatten),
  Fold: spell(fold),
  FractionalMaxPool2d: spell(fractionalMaxPool2d, fractional),
  FractionalMaxPool3d: spell(fractionalMaxPool3d, fractional),
  GELU: spell(gelu),
  GLU: spell(glu),
  GroupNorm: spell(groupNorm, grouped),
  Hardshrink: spell(hardshrink),
  Hardsigmoid: spell(hardsigmoid, inplace),
  Hardswish: spell(hardswish, inplace),
  Hardtanh: spell(hardtanh, { ...inplace, aliases: { min_value: "min_val", max_value: "max_val" } }),
  Identity: spell(identity),
  InstanceNorm1d: spell(instanceNorm1d, norm),
  InstanceNorm2d: spell(instanceNorm2d, norm),
  InstanceNorm3d: spell(instanceNorm3d, norm),
  LayerNorm: spell(layerNorm),
  LPPool1d: spell(lpPool1d, powered(1)),
  LPPool2d: spell(lpPool2d, powered(2)),
  LPPool3d: spell(lpPool3d, powered(3)),
  LeakyReLU: spell(leakyRelu, inplace),
  Linear: spell(linear, { states: { in_features: "x.F" }, implied: ["lora_rank"] }),
  LocalResponseNorm: spell(localResponseNorm),
  LogSigmoid: spell(logSigmoid),
  LogSoftmax: spell(logSoftmax, oneAxis),
  MaxPool1d: spell(maxPool1d, largest(1)),
  MaxPool2d: spell(maxPool2d, largest(2)),
  MaxPool3d: spell(maxPool3d, largest(3)),
  Mish: spell(mish, inplace),
  PReLU: spell(prelu),
  PairwiseDistance: spell(pairwiseDistance),
  RMSNorm: spell(rmsNorm),
  PixelShuffle: spell(pixelShuffle),
  PixelUnshuffle: spell(pixelUnshuffle),
  RReLU: spell(rrelu, inplace),
  ReLU: spell(relu, { ...inplace, implied: ["max_value", "negative_slope", "threshold"] }),
  ReLU6: spell(relu6, inplace),
  ReflectionPad1d: spell(reflectionPad1d),
  ReflectionPad2d: spell(reflectionPad2d),
  ReflectionPad3d: spell(reflectionPad3d),
  ReplicationPad1d: spell(replicationPad1d),
  ReplicationPad2d: spell(replicationPad2d),
  ReplicationPad3d: spell(replicationPad3d),
  SELU: spell(selu, inplace),
  SiLU: spell(silu, inplace),
  Sigmoid: spell(sigmoid),
  Softmax: spell(softmax, oneAxis),
  Softmax2d: spell(softmax2d),
  Softmin: spell(softmin, oneAxis),
  Softplus: spell(softplus),
  Softshrink: spell(softshrink),
  Softsign: spell(softsign),
  SyncBatchNorm: spell(syncBatchNorm, norm),
  Tanh: spell(tanh),
  Tanhshrink: spell(tanhshrink),
  Threshold: spell(threshold, inplace),
  Unflatten: spell(unflatten),
  Unfold: spell(unfold),
  Upsample: spell(upsample, { implied: ["antialias"], takes: { mode: { type: modes } } }),
  UpsamplingBilinear2d: spell(upsample, { implied: enlarged, defaults: { mode: "bilinear", align_corners: true } }),
  UpsamplingNearest2d: spell(upsample, { implied: enlarged }),
  ZeroPad1d: spell(zeroPad1d),
  ZeroPad2d: spell(zeroPad2d),
  ZeroPad3d: spell(zeroPad3d),
  ...sequences,
};

/** What PyTorch writes as functions, and a model file as layers. */
const functions = {
  Add: spell(add, joined),
  Amax: spell(amax),
  Amin: spell(amin),
  Average: spell(average, joined),
  Chunk: spell(chunk),
  Concat: spell(concat, { words: { dim: "axis" } }),
  Einsum: spell(einsum),
  Expand: spell(expand),
  Interpolate: spell(upsample),
  ImplicitA: spell(implicitA, { states: { channel: "x.C" }, ignores: ["mean", "std"] }),
  ImplicitM: spell(implicitM, { states: { channel: "x.C" }, ignores: ["mean", "std"] }),
  LayerScale: spell(layerScale, { states: { dim: "x.C" }, ignores: ["init_values"] }),
  MatMul: spell(matmul),
  Max: spell(max),
  Maximum: spell(maximum, joined),
  Mean: spell(mean),
  Min: spell(min),
  Minimum: spell(minimum, joined),
  Multiply: spell(multiply, joined),
  Narrow: spell(narrow),
  Pad: spell(pad),
  Permute: spell(permute, { implied: ["keeps_batch"] }),
  Repeat: spell(repeat),
  Reshape: spell(reshape, { implied: ["keeps_batch"] }),
  ScaledDotProductAttention: spell(scaledDotProductAttention, { ignores: ["scale"] }),
  Split: spell(split),
  Squeeze: spell(squeeze),
  Subtract: spell(subtract, joined),
  Sum: spell(sum),
  Transpose: spell(transpose),
  Unsqueeze: spell(unsqueeze),
};

export const pytorch: Vocabulary = {
  id: "pytorch",
  title: "PyTorch",
  layout: "channels-first",
  countsState: false,
  nicknames,
  spellings: new Map(Object.entries<Spelling>({ ...torch, ...functions, ...vision })),
};
