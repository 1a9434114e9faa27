import type { Op } from "../core/op";
import { activation } from "./activation";
import { activityRegularization } from "./activity-regularization";
import { adaptiveAvgPool1d } from "./adaptive-avg-pool1d";
import { adaptiveAvgPool2d } from "./adaptive-avg-pool2d";
import { adaptiveAvgPool3d } from "./adaptive-avg-pool3d";
import { adaptiveMaxPool1d } from "./adaptive-max-pool1d";
import { adaptiveMaxPool2d } from "./adaptive-max-pool2d";
import { adaptiveMaxPool3d } from "./adaptive-max-pool3d";
import { add } from "./add";
import { additiveAttention } from "./additive-attention";
import { alphaDropout } from "./alpha-dropout";
import { amax } from "./amax";
import { amin } from "./amin";
import { attentionOverAxes } from "./attention-over-axes";
import { average } from "./average";
import { avgPool1d } from "./avg-pool1d";
import { avgPool2d } from "./avg-pool2d";
import { avgPool3d } from "./avg-pool3d";
import { batchNorm1d } from "./batch-norm1d";
import { batchNorm2d } from "./batch-norm2d";
import { batchNorm3d } from "./batch-norm3d";
import { batchNormalization } from "./batch-normalization";
import { bilinear } from "./bilinear";
import { categoryEncoding } from "./category-encoding";
import { celu } from "./celu";
import { centerCrop } from "./center-crop";
import { channelShuffle } from "./channel-shuffle";
import { chunk } from "./chunk";
import { circularPad1d } from "./circular-pad1d";
import { circularPad2d } from "./circular-pad2d";
import { circularPad3d } from "./circular-pad3d";
import { concat } from "./concat";
import { constantPad1d } from "./constant-pad1d";
import { constantPad2d } from "./constant-pad2d";
import { constantPad3d } from "./constant-pad3d";
import { convLstm1d } from "./conv-lstm1d";
import { convLstm2d } from "./conv-lstm2d";
import { convLstm3d } from "./conv-lstm3d";
import { convTranspose1d } from "./conv-transpose1d";
import { convTranspose2d } from "./conv-transpose2d";
import { convTranspose3d } from "./conv-transpose3d";
import { conv1d } from "./conv1d";
import { conv2d } from "./conv2d";
import { conv2dNormActivation } from "./conv2d-norm-activation";
import { conv3d } from "./conv3d";
import { cosineSimilarity } from "./cosine-similarity";
import { cropping1d } from "./cropping1d";
import { cropping2d } from "./cropping2d";
import { cropping3d } from "./cropping3d";
import { depthwiseConv1d } from "./depthwise-conv1d";
import { depthwiseConv2d } from "./depthwise-conv2d";
import { discretization } from "./discretization";
import { dot } from "./dot";
import { dotProductAttention } from "./dot-product-attention";
import { dropout } from "./dropout";
import { dropout1d } from "./dropout1d";
import { dropout2d } from "./dropout2d";
import { dropout3d } from "./dropout3d";
import { einsumDense } from "./einsum-dense";
import { elu } from "./elu";
import { embedding } from "./embedding";
import { exponential } from "./exponential";
import { featureAlphaDropout } from "./feature-alpha-dropout";
import { flatten } from "./flatten";
import { fold } from "./fold";
import { fractionalMaxPool2d } from "./fractional-max-pool2d";
import { fractionalMaxPool3d } from "./fractional-max-pool3d";
import { gaussianDropout } from "./gaussian-dropout";
import { gaussianNoise } from "./gaussian-noise";
import { gelu } from "./gelu";
import { globalAveragePooling1d } from "./global-average-pooling1d";
import { globalAveragePooling2d } from "./global-average-pooling2d";
import { globalAveragePooling3d } from "./global-average-pooling3d";
import { globalMaxPooling1d } from "./global-max-pooling1d";
import { globalMaxPooling2d } from "./global-max-pooling2d";
import { globalMaxPooling3d } from "./global-max-pooling3d";
import { glu } from "./glu";
import { groupNorm } from "./group-norm";
import { groupNormalization } from "./group-normalization";
import { gru } from "./gru";
import { gruLayer } from "./gru-layer";
import { hardshrink } from "./hardshrink";
import { hardsigmoid } from "./hardsigmoid";
import { hardswish } from "./hardswish";
import { hardtanh } from "./hardtanh";
import { identity } from "./identity";
import { instanceNorm1d } from "./instance-norm1d";
import { instanceNorm2d } from "./instance-norm2d";
import { instanceNorm3d } from "./instance-norm3d";
import { layerNorm } from "./layer-norm";
import { layerNorm2d } from "./layer-norm2d";
import { layerNormalization } from "./layer-normalization";
import { layerScale } from "./layer-scale";
import { leakyRelu } from "./leaky-relu";
import { linear } from "./linear";
import { localResponseNorm } from "./local-response-norm";
import { logSigmoid } from "./log-sigmoid";
import { logSoftmax } from "./log-softmax";
import { lpPool1d } from "./lp-pool1d";
import { lpPool2d } from "./lp-pool2d";
import { lpPool3d } from "./lp-pool3d";
import { lstm } from "./lstm";
import { lstmLayer } from "./lstm-layer";
import { masking } from "./masking";
import { matmul } from "./matmul";
import { max } from "./max";
import { maxPool1d } from "./max-pool1d";
import { maxPool2d } from "./max-pool2d";
import { maxPool3d } from "./max-pool3d";
import { maximum } from "./maximum";
import { mean } from "./mean";
import { min } from "./min";
import { minimum } from "./minimum";
import { mish } from "./mish";
import { multiheadAttention } from "./multihead-attention";
import { multiply } from "./multiply";
import { narrow } from "./narrow";
import { normalization } from "./normalization";
import { pairwiseDistance } from "./pairwise-distance";
import { permute } from "./permute";
import { pixelShuffle } from "./pixel-shuffle";
import { pixelUnshuffle } from "./pixel-unshuffle";
import { prelu } from "./prelu";
import { preluByPosition } from "./prelu-by-position";
import { randomBrightness } from "./random-brightness";
import { randomContrast } from "./random-contrast";
import { randomCrop } from "./random-crop";
import { randomFlip } from "./random-flip";
import { randomRotation } from "./random-rotation";
import { randomTranslation } from "./random-translation";
import { randomZoom } from "./random-zoom";
import { reflectionPad1d } from "./reflection-pad1d";
import { reflectionPad2d } from "./reflection-pad2d";
import { reflectionPad3d } from "./reflection-pad3d";
import { relu } from "./relu";
import { relu6 } from "./relu6";
import { repeatVector } from "./repeat-vector";
import { replicationPad1d } from "./replication-pad1d";
import { replicationPad2d } from "./replication-pad2d";
import { replicationPad3d } from "./replication-pad3d";
import { rescaling } from "./rescaling";
import { reshape } from "./reshape";
import { resizing } from "./resizing";
import { rmsNorm } from "./rms-norm";
import { rmsNormalization } from "./rms-normalization";
import { rnn } from "./rnn";
import { rrelu } from "./rrelu";
import { selu } from "./selu";
import { separableConv1d } from "./separable-conv1d";
import { separableConv2d } from "./separable-conv2d";
import { sigmoid } from "./sigmoid";
import { silu } from "./silu";
import { simpleRnn } from "./simple-rnn";
import { softmax } from "./softmax";
import { softmax2d } from "./softmax2d";
import { softmin } from "./softmin";
import { softplus } from "./softplus";
import { softshrink } from "./softshrink";
import { softsign } from "./softsign";
import { sparsePlus } from "./sparse-plus";
import { sparseSigmoid } from "./sparse-sigmoid";
import { sparsemax } from "./sparsemax";
import { spatialDropout1d } from "./spatial-dropout1d";
import { spatialDropout2d } from "./spatial-dropout2d";
import { spatialDropout3d } from "./spatial-dropout3d";
import { split } from "./split";
import { squareplus } from "./squareplus";
import { squeeze } from "./squeeze";
import { squeezeExcitation } from "./squeeze-excitation";
import { stochasticDepth } from "./stochastic-depth";
import { subtract } from "./subtract";
import { sum } from "./sum";
import { tanh } from "./tanh";
import { tanhshrink } from "./tanhshrink";
import { threshold } from "./threshold";
import { transpose } from "./transpose";
import { unflatten } from "./unflatten";
import { unfold } from "./unfold";
import { unitNormalization } from "./unit-normalization";
import { unsqueeze } from "./unsqueeze";
import { upSampling1d } from "./up-sampling1d";
import { upSampling2d } from "./up-sampling2d";
import { upSampling3d } from "./up-sampling3d";
import { upsample } from "./upsample";
import { zeroPad1d } from "./zero-pad1d";
import { zeroPad2d } from "./zero-pad2d";
import { zeroPad3d } from "./zero-pad3d";
import { zeroPadding1d } from "./zero-padding1d";
import { zeroPadding2d } from "./zero-padding2d";
import { zeroPadding3d } from "./zero-padding3d";

/** The operators that every framework has in some form. A new one is a new file and one line here. */
export const ops: readonly Op[] = [
  activation,
  activityRegularization,
  adaptiveAvgPool1d,
  adaptiveAvgPool2d,
  adaptiveAvgPool3d,
  adaptiveMaxPool1d,
  adaptiveMaxPool2d,
  adaptiveMaxPool3d,
  add,
  additiveAttention,
  alphaDropout,
  amax,
  amin,
  attentionOverAxes,
  average,
  avgPool1d,
  avgPool2d,
  avgPool3d,
  batchNorm1d,
  batchNorm2d,
  batchNorm3d,
  batchNormalization,
  bilinear,
  categoryEncoding,
  celu,
  centerCrop,
  channelShuffle,
  chunk,
  circularPad1d,
  circularPad2d,
  circularPad3d,
  concat,
  constantPad1d,
  constantPad2d,
  constantPad3d,
  conv1d,
  conv2d,
  conv2dNormActivation,
  conv3d,
  convLstm1d,
  convLstm2d,
  convLstm3d,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
  cosineSimilarity,
  cropping1d,
  cropping2d,
  cropping3d,
  depthwiseConv1d,
  depthwiseConv2d,
  discretization,
  dot,
  dotProductAttention,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  einsumDense,
  elu,
  embedding,
  exponential,
  featureAlphaDropout,
  flatten,
  fold,
  fractionalMaxPool2d,
  fractionalMaxPool3d,
  gaussianDropout,
  gaussianNoise,
  gelu,
  globalAveragePooling1d,
  globalAveragePooling2d,
  globalAveragePooling3d,
  globalMaxPooling1d,
  globalMaxPooling2d,
  globalMaxPooling3d,
  glu,
  groupNorm,
  groupNormalization,
  gru,
  gruLayer,
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  identity,
  instanceNorm1d,
  instanceNorm2d,
  instanceNorm3d,
  layerNorm,
  layerNorm2d,
  layerNormalization,
  layerScale,
  leakyRelu,
  linear,
  localResponseNorm,
  logSigmoid,
  logSoftmax,
  lpPool1d,
  lpPool2d,
  lpPool3d,
  lstm,
  lstmLayer,
  masking,
  matmul,
  max,
  maximum,
  maxPool1d,
  maxPool2d,
  maxPool3d,
  mean,
  min,
  minimum,
  mish,
  multiheadAttention,
  multiply,
  narrow,
  normalization,
  pairwiseDistance,
  permute,
  pixelShuffle,
  pixelUnshuffle,
  prelu,
  preluByPosition,
  randomBrightness,
  randomContrast,
  randomCrop,
  randomFlip,
  randomRotation,
  randomTranslation,
  randomZoom,
  reflectionPad1d,
  reflectionPad2d,
  reflectionPad3d,
  relu,
  relu6,
  repeatVector,
  replicationPad1d,
  replicationPad2d,
  replicationPad3d,
  rescaling,
  reshape,
  resizing,
  rmsNorm,
  rmsNormalization,
  rnn,
  rrelu,
  selu,
  separableConv1d,
  separableConv2d,
  sigmoid,
  silu,
  simpleRnn,
  softmax,
  softmax2d,
  softmin,
  softplus,
  softshrink,
  softsign,
  sparsemax,
  sparsePlus,
  sparseSigmoid,
  spatialDropout1d,
  spatialDropout2d,
  spatialDropout3d,
  split,
  squareplus,
  squeeze,
  squeezeExcitation,
  stochasticDepth,
  subtract,
  sum,
  tanh,
  tanhshrink,
  threshold,
  transpose,
  unflatten,
  unfold,
  unitNormalization,
  unsqueeze,
  upsample,
  upSampling1d,
  upSampling2d,
  upSampling3d,
  zeroPad1d,
  zeroPad2d,
  zeroPad3d,
  zeroPadding1d,
  zeroPadding2d,
  zeroPadding3d,
];
