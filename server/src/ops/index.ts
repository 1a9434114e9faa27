import type { Op } from "../core/op";
import { adaptiveAvgPool1d } from "./adaptive-avg-pool1d";
import { adaptiveAvgPool2d } from "./adaptive-avg-pool2d";
import { adaptiveAvgPool3d } from "./adaptive-avg-pool3d";
import { adaptiveMaxPool1d } from "./adaptive-max-pool1d";
import { adaptiveMaxPool2d } from "./adaptive-max-pool2d";
import { adaptiveMaxPool3d } from "./adaptive-max-pool3d";
import { add } from "./add";
import { alphaDropout } from "./alpha-dropout";
import { avgPool1d } from "./avg-pool1d";
import { avgPool2d } from "./avg-pool2d";
import { avgPool3d } from "./avg-pool3d";
import { batchNorm1d } from "./batch-norm1d";
import { batchNorm2d } from "./batch-norm2d";
import { batchNorm3d } from "./batch-norm3d";
import { batchNormalization } from "./batch-normalization";
import { celu } from "./celu";
import { concat } from "./concat";
import { convTranspose1d } from "./conv-transpose1d";
import { convTranspose2d } from "./conv-transpose2d";
import { convTranspose3d } from "./conv-transpose3d";
import { conv1d } from "./conv1d";
import { conv2d } from "./conv2d";
import { conv3d } from "./conv3d";
import { depthwiseConv2d } from "./depthwise-conv2d";
import { dropout } from "./dropout";
import { dropout1d } from "./dropout1d";
import { dropout2d } from "./dropout2d";
import { dropout3d } from "./dropout3d";
import { elu } from "./elu";
import { flatten } from "./flatten";
import { gelu } from "./gelu";
import { globalAveragePooling1d } from "./global-average-pooling1d";
import { globalAveragePooling2d } from "./global-average-pooling2d";
import { globalAveragePooling3d } from "./global-average-pooling3d";
import { globalMaxPooling1d } from "./global-max-pooling1d";
import { globalMaxPooling2d } from "./global-max-pooling2d";
import { globalMaxPooling3d } from "./global-max-pooling3d";
import { hardsigmoid } from "./hardsigmoid";
import { hardswish } from "./hardswish";
import { hardtanh } from "./hardtanh";
import { identity } from "./identity";
import { leakyRelu } from "./leaky-relu";
import { linear } from "./linear";
import { logSigmoid } from "./log-sigmoid";
import { logSoftmax } from "./log-softmax";
import { maxPool1d } from "./max-pool1d";
import { maxPool2d } from "./max-pool2d";
import { maxPool3d } from "./max-pool3d";
import { mish } from "./mish";
import { prelu } from "./prelu";
import { relu } from "./relu";
import { relu6 } from "./relu6";
import { selu } from "./selu";
import { separableConv2d } from "./separable-conv2d";
import { sigmoid } from "./sigmoid";
import { silu } from "./silu";
import { softmax } from "./softmax";
import { softplus } from "./softplus";
import { softsign } from "./softsign";
import { tanh } from "./tanh";
import { upSampling2d } from "./up-sampling2d";
import { upsample } from "./upsample";
import { zeroPad2d } from "./zero-pad2d";
import { zeroPadding2d } from "./zero-padding2d";

/** The operators that every framework has in some form. A new one is a new file and one line here. */
export const ops: readonly Op[] = [
  globalAveragePooling1d,
  globalAveragePooling2d,
  globalAveragePooling3d,
  globalMaxPooling1d,
  globalMaxPooling2d,
  globalMaxPooling3d,
  adaptiveAvgPool1d,
  adaptiveAvgPool2d,
  adaptiveAvgPool3d,
  adaptiveMaxPool1d,
  adaptiveMaxPool2d,
  adaptiveMaxPool3d,
  add,
  alphaDropout,
  avgPool1d,
  avgPool2d,
  avgPool3d,
  batchNorm1d,
  batchNorm2d,
  batchNorm3d,
  batchNormalization,
  celu,
  concat,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
  conv1d,
  conv2d,
  conv3d,
  depthwiseConv2d,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  elu,
  flatten,
  gelu,
  hardsigmoid,
  hardswish,
  hardtanh,
  identity,
  leakyRelu,
  linear,
  logSigmoid,
  logSoftmax,
  maxPool1d,
  maxPool2d,
  maxPool3d,
  mish,
  prelu,
  relu,
  relu6,
  selu,
  separableConv2d,
  sigmoid,
  silu,
  softmax,
  softplus,
  softsign,
  tanh,
  upSampling2d,
  upsample,
  zeroPad2d,
  zeroPadding2d,
];
