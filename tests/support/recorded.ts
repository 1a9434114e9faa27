import { readdirSync, readFileSync } from "node:fs";

type Framework = "pytorch" | "keras";

/** Names of which calls were recorded when the frameworks themselves ran; the tests of conformance compare them all. */
export const recorded: { readonly [framework in Framework]: readonly string[] } = {
  pytorch: [
    ..."AdaptiveAvgPool2d Add AvgPool2d BatchNorm2d Chunk Concat Conv2d ConvTranspose2d Dropout Flatten".split(" "),
    ..."GELU GroupNorm Hardsigmoid Hardswish Interpolate LayerNorm Linear MatMul MaxPool2d Mean Permute".split(" "),
    ..."PixelShuffle PixelUnshuffle ReLU ReLU6 ReflectionPad2d ReplicationPad2d Reshape SiLU Sigmoid".split(" "),
    ..."Split Squeeze StochasticDepth Unfold ZeroPad2d".split(" "),
  ],
  keras: [
    ..."Activation ActivityRegularization AdaptiveAveragePooling1D AdaptiveAveragePooling2D".split(" "),
    ..."AdaptiveMaxPooling2D Add AdditiveAttention AlphaDropout Attention Average AveragePooling1D".split(" "),
    ..."AveragePooling2D AveragePooling3D BatchNormalization CategoryEncoding CenterCrop Concatenate".split(" "),
    ..."Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM2D Cropping1D".split(" "),
    ..."Cropping2D Cropping3D Dense DepthwiseConv1D DepthwiseConv2D Discretization Dot Dropout ELU".split(" "),
    ..."EinsumDense Embedding Flatten GRU GaussianDropout GaussianNoise GlobalAveragePooling1D".split(" "),
    ..."GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPooling1D GlobalMaxPooling2D".split(" "),
    ..."GlobalMaxPooling3D GroupNormalization Identity LSTM LayerNormalization LeakyReLU Masking".split(" "),
    ..."MaxPooling1D MaxPooling2D MaxPooling3D Maximum Minimum MultiHeadAttention Multiply".split(" "),
    ..."Normalization PReLU Permute RMSNormalization RandomBrightness RandomContrast RandomCrop".split(" "),
    ..."RandomFlip RandomRotation RandomTranslation RandomZoom ReLU RepeatVector Rescaling Reshape".split(" "),
    ..."Resizing SeparableConv1D SeparableConv2D SimpleRNN Softmax SpatialDropout1D SpatialDropout2D".split(" "),
    ..."SpatialDropout3D Subtract UnitNormalization UpSampling1D UpSampling2D UpSampling3D".split(" "),
    ..."ZeroPadding1D ZeroPadding2D ZeroPadding3D".split(" "),
  ],
};

/** Functions of PyTorch, which a model file writes as layers. */
export const layerOf: { readonly [recorded: string]: string } = {
  add: "Add",
  cat: "Concat",
  chunk: "Chunk",
  flatten: "Flatten",
  interpolate: "Interpolate",
  matmul: "MatMul",
  mean: "Mean",
  permute: "Permute",
  split: "Split",
  squeeze: "Squeeze",
  view: "Reshape",
};

/** What was recorded and is no layer: ThresholdedReLU is gone from Keras, LayerNorm2d belongs to one network alone. */
const none = new Set(["ThresholdedReLU", "LayerNorm2d"]);

const linesOf = (path: string): readonly any[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const networks = "../shared/pytorch/torchvision";

/** The names that the records hold, in the words of a model file. */
export function recordedIn(framework: Framework): readonly string[] {
  const names =
    framework === "keras"
      ? linesOf("../shared/keras/layers.jsonl").map((call) => call.class)
      : [
          ...linesOf("../shared/pytorch/op-shapes.jsonl").map((call) => call.op),
          ...readdirSync(networks).flatMap((file) =>
            JSON.parse(readFileSync(`${networks}/${file}`, "utf8")).leaf_calls.map((leaf: any) => leaf.type),
          ),
        ];
  return [...new Set(names.map((name) => layerOf[name] ?? name))].filter((name) => !none.has(name)).sort();
}
