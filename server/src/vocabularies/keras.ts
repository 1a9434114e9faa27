import { type Message, say } from "../core/message";
import { int, list } from "../core/types";
import { type Spelling, spell, type Vocabulary } from "../core/vocabulary";
import { activation } from "../ops/activation";
import { adaptiveAvgPool1d } from "../ops/adaptive-avg-pool1d";
import { adaptiveAvgPool2d } from "../ops/adaptive-avg-pool2d";
import { adaptiveAvgPool3d } from "../ops/adaptive-avg-pool3d";
import { adaptiveMaxPool1d } from "../ops/adaptive-max-pool1d";
import { adaptiveMaxPool2d } from "../ops/adaptive-max-pool2d";
import { adaptiveMaxPool3d } from "../ops/adaptive-max-pool3d";
import { add } from "../ops/add";
import { alphaDropout } from "../ops/alpha-dropout";
import { average } from "../ops/average";
import { avgPool1d } from "../ops/avg-pool1d";
import { avgPool2d } from "../ops/avg-pool2d";
import { avgPool3d } from "../ops/avg-pool3d";
import { batchNormalization } from "../ops/batch-normalization";
import { concat } from "../ops/concat";
import { convTranspose1d } from "../ops/conv-transpose1d";
import { convTranspose2d } from "../ops/conv-transpose2d";
import { convTranspose3d } from "../ops/conv-transpose3d";
import { conv1d } from "../ops/conv1d";
import { conv2d } from "../ops/conv2d";
import { conv3d } from "../ops/conv3d";
import { depthwiseConv1d } from "../ops/depthwise-conv1d";
import { depthwiseConv2d } from "../ops/depthwise-conv2d";
import { dot } from "../ops/dot";
import { dropout } from "../ops/dropout";
import { elu } from "../ops/elu";
import { flatten } from "../ops/flatten";
import { globalAveragePooling1d } from "../ops/global-average-pooling1d";
import { globalAveragePooling2d } from "../ops/global-average-pooling2d";
import { globalAveragePooling3d } from "../ops/global-average-pooling3d";
import { globalMaxPooling1d } from "../ops/global-max-pooling1d";
import { globalMaxPooling2d } from "../ops/global-max-pooling2d";
import { globalMaxPooling3d } from "../ops/global-max-pooling3d";
import { groupNormalization } from "../ops/group-normalization";
import { identity } from "../ops/identity";
import { layerNormalization } from "../ops/layer-normalization";
import { leakyRelu } from "../ops/leaky-relu";
import { linear } from "../ops/linear";
import { maxPool1d } from "../ops/max-pool1d";
import { maxPool2d } from "../ops/max-pool2d";
import { maxPool3d } from "../ops/max-pool3d";
import { maximum } from "../ops/maximum";
import { minimum } from "../ops/minimum";
import { multiply } from "../ops/multiply";
import { permute } from "../ops/permute";
import { preluByPosition } from "../ops/prelu-by-position";
import { relu } from "../ops/relu";
import { repeatVector } from "../ops/repeat-vector";
import { reshape } from "../ops/reshape";
import { rmsNormalization } from "../ops/rms-normalization";
import { separableConv1d } from "../ops/separable-conv1d";
import { separableConv2d } from "../ops/separable-conv2d";
import { softmax } from "../ops/softmax";
import { spatialDropout1d } from "../ops/spatial-dropout1d";
import { spatialDropout2d } from "../ops/spatial-dropout2d";
import { spatialDropout3d } from "../ops/spatial-dropout3d";
import { subtract } from "../ops/subtract";
import { unitNormalization } from "../ops/unit-normalization";
import { upSampling1d } from "../ops/up-sampling1d";
import { upSampling2d } from "../ops/up-sampling2d";
import { upSampling3d } from "../ops/up-sampling3d";
import { zeroPadding1d } from "../ops/zero-padding1d";
import { zeroPadding2d } from "../ops/zero-padding2d";
import { zeroPadding3d } from "../ops/zero-padding3d";
import { functions } from "./keras-functions";
import { nicknames } from "./keras-nicknames";
import { preprocessing } from "./keras-preprocessing";
import { sequences } from "./keras-sequences";
import {
  adapted,
  averaged,
  batched,
  care,
  common,
  convolved,
  depthwise,
  dropped,
  droppedWhole,
  joined,
  largest,
  learned,
  normalised,
  ordered,
  plain,
  separable,
  slope,
  transposed,
} from "./keras-words";

const layers = {
  Activation: spell(activation, { applies: ["activation"], order: ["activation", ...common], ignores: common }),
  AdaptiveAveragePooling1D: spell(adaptiveAvgPool1d, adapted(1)),
  AdaptiveAveragePooling2D: spell(adaptiveAvgPool2d, adapted(2)),
  AdaptiveAveragePooling3D: spell(adaptiveAvgPool3d, adapted(3)),
  AdaptiveMaxPooling1D: spell(adaptiveMaxPool1d, adapted(1)),
  AdaptiveMaxPooling2D: spell(adaptiveMaxPool2d, adapted(2)),
  AdaptiveMaxPooling3D: spell(adaptiveMaxPool3d, adapted(3)),
  Add: spell(add, joined),
  AlphaDropout: spell(alphaDropout, dropped),
  Average: spell(average, joined),
  AveragePooling1D: spell(avgPool1d, averaged(1)),
  AveragePooling2D: spell(avgPool2d, averaged(2)),
  AveragePooling3D: spell(avgPool3d, averaged(3)),
  BatchNormalization: spell(batchNormalization, {
    ignores: [
      ...["beta", "gamma", "moving_mean", "moving_variance"].map((weight) => `${weight}_initializer`),
      ...["beta", "gamma"].flatMap((weight) => [`${weight}_regularizer`, `${weight}_constraint`]),
      ...["synchronized", "renorm_clipping", "renorm_momentum", ...common],
    ],
  }),
  Concatenate: spell(concat, { defaults: { axis: -1 }, ignores: common }),
  Conv1D: spell(conv1d, convolved("causal")),
  Conv1DTranspose: spell(convTranspose1d, transposed),
  Conv2D: spell(conv2d, convolved()),
  Conv2DTranspose: spell(convTranspose2d, transposed),
  Conv3D: spell(conv3d, convolved()),
  Conv3DTranspose: spell(convTranspose3d, transposed),
  Dense: spell(linear, {
    words: { units: "out_features", use_bias: "bias" },
    applies: ["activation"],
    ignores: [...learned, "lora_alpha"],
    order: ["units", "activation", "use_bias", ...learned, "lora_rank", "lora_alpha"],
  }),
  DepthwiseConv1D: spell(depthwiseConv1d, depthwise),
  DepthwiseConv2D: spell(depthwiseConv2d, depthwise),
  Dot: spell(dot, plain),
  Dropout: spell(dropout, dropped),
  ELU: spell(elu, plain),
  Flatten: spell(flatten, { ...ordered, implied: ["start_dim", "end_dim"] }),
  GlobalAveragePooling1D: spell(globalAveragePooling1d, ordered),
  GlobalAveragePooling2D: spell(globalAveragePooling2d, ordered),
  GlobalAveragePooling3D: spell(globalAveragePooling3d, ordered),
  GlobalMaxPooling1D: spell(globalMaxPooling1d, ordered),
  GlobalMaxPooling2D: spell(globalMaxPooling2d, ordered),
  GlobalMaxPooling3D: spell(globalMaxPooling3d, ordered),
  GroupNormalization: spell(groupNormalization, normalised),
  Identity: spell(identity, plain),
  LayerNormalization: spell(layerNormalization, normalised),
  LeakyReLU: spell(leakyRelu, { ...plain, ...slope, aliases: { alpha: "negative_slope" } }),
  MaxPooling1D: spell(maxPool1d, largest(1)),
  MaxPooling2D: spell(maxPool2d, largest(2)),
  MaxPooling3D: spell(maxPool3d, largest(3)),
  Maximum: spell(maximum, joined),
  Minimum: spell(minimum, joined),
  Multiply: spell(multiply, joined),
  PReLU: spell(preluByPosition, { ignores: care("alpha") }),
  Permute: spell(permute, {
    ...batched,
    takes: { dims: { type: list(int({ min: 1 })), doc: "All axes but the batch in their new order, counted from 1." } },
  }),
  RMSNormalization: spell(rmsNormalization, plain),
  ReLU: spell(relu, plain),
  RepeatVector: spell(repeatVector, plain),
  Reshape: spell(reshape, {
    ...batched,
    words: { target_shape: "shape" },
    takes: { shape: { doc: "The new sizes behind the batch; one may be -1, and follows from the others." } },
  }),
  SeparableConv1D: spell(separableConv1d, separable),
  SeparableConv2D: spell(separableConv2d, separable),
  Softmax: spell(softmax, { ...plain, defaults: { axis: -1 } }),
  SpatialDropout1D: spell(spatialDropout1d, droppedWhole),
  SpatialDropout2D: spell(spatialDropout2d, droppedWhole),
  SpatialDropout3D: spell(spatialDropout3d, droppedWhole),
  Subtract: spell(subtract, joined),
  UnitNormalization: spell(unitNormalization, plain),
  UpSampling1D: spell(upSampling1d, { ...plain, implied: ["interpolation"] }),
  UpSampling2D: spell(upSampling2d, ordered),
  UpSampling3D: spell(upSampling3d, { ...ordered, implied: ["interpolation"] }),
  ZeroPadding1D: spell(zeroPadding1d, ordered),
  ZeroPadding2D: spell(zeroPadding2d, ordered),
  ZeroPadding3D: spell(zeroPadding3d, ordered),
  ...sequences,
};

/** Second names that Keras itself has for some of them. */
const shorter = Object.fromEntries(
  Object.entries<Spelling>(layers).flatMap(([name, spelling]) => {
    const other = /^(?:(?:Separable)?Conv|(?:Global)?(?:Average|Max)Pooling)\dD(?:Transpose)?$/.test(name)
      ? name.replace("Conv", "Convolution").replace("AveragePooling", "AvgPool").replace("MaxPooling", "MaxPool")
      : undefined;
    return other === undefined ? [] : [[other, spelling]];
  }),
);

/** Layers of Keras 2 that Keras 3 has no more. */
const gone: readonly (readonly [name: string, why: Message])[] = [
  ["CuDNNGRU", say`Keras 3 has no CuDNNGRU: GRU is as fast by itself`],
  ["CuDNNLSTM", say`Keras 3 has no CuDNNLSTM: LSTM is as fast by itself`],
  ["LocallyConnected1D", say`Keras 3 has no LocallyConnected1D, and nothing in its place`],
  ["LocallyConnected2D", say`Keras 3 has no LocallyConnected2D, and nothing in its place`],
  [
    "ThresholdedReLU",
    say`Keras 3 has no ThresholdedReLU: write ReLU: { threshold: 1.0 }, with what was theta as the threshold`,
  ],
];

export const keras: Vocabulary = {
  id: "keras",
  title: "Keras",
  layout: "channels-last",
  countsState: true,
  nicknames,
  activations: new Map<string, string | undefined>([
    ["linear", undefined],
    ...Object.keys(functions).map((name) => [name, name] as const),
  ]),
  gone: new Map(gone),
  spellings: new Map(Object.entries<Spelling>({ ...layers, ...shorter, ...preprocessing, ...functions })),
};
