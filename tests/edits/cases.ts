export interface Case {
  readonly title: string;
  /** What stands above the layers, in either framework; an image of 32×32 where nothing is said. */
  readonly sizes?: readonly [pytorch: string, keras: string];
  readonly pytorch: string;
  readonly keras: string;
  /** Only in one direction: the way back says it otherwise. */
  readonly only?: "keras" | "pytorch";
}

/** Layers that are each other's in the two frameworks, to the letter. */
export const cases: readonly Case[] = [
  {
    title: "names, and no sizes that only repeat what arrives,",
    pytorch: "- Conv2d: { in_channels: 3, out_channels: 8, kernel_size: 3, bias: false } # small",
    keras: "- Conv2D: { filters: 8, kernel_size: 3, use_bias: false } # small",
    only: "keras",
  },
  {
    title: "a border that keeps the size",
    pytorch: "- Conv2d: { out_channels: 8, kernel_size: 3, padding: 1 }",
    keras: "- Conv2D: { filters: 8, kernel_size: 3, padding: same }",
  },
  {
    title: "zeros that are the border of the filter behind them",
    pytorch: "- Conv2d: { out_channels: 8, kernel_size: 7, stride: 2, padding: 3 }",
    keras: "- ZeroPadding2D: { padding: 3 }\n- Conv2D: { filters: 8, kernel_size: 7, strides: 2 }",
  },
  {
    title: "the same border at a step of two, where the size is odd",
    sizes: ["input: [3, 31, 31]", "input: [31, 31, 3]"],
    pytorch: "- Conv2d: { out_channels: 8, kernel_size: 3, stride: 2, padding: 1 }",
    keras: "- Conv2D: { filters: 8, kernel_size: 3, strides: 2, padding: same }",
  },
  {
    title: "a border on one side alone",
    pytorch: "- ZeroPad2d: { padding: [0, 1, 0, 1] }\n- Conv2d: { out_channels: 8, kernel_size: 3, stride: 2 }",
    keras: "- Conv2D: { filters: 8, kernel_size: 3, strides: 2, padding: same }",
    only: "pytorch",
  },
  {
    title: "zeros in the order of axes that each has",
    pytorch: "- ZeroPad2d: { padding: [1, 2, 3, 4] }",
    keras: "- ZeroPadding2D: { padding: [[3, 4], [1, 2]] }",
  },
  {
    title: "a causal border",
    sizes: ["input: [12, 10]", "input: [10, 12]"],
    pytorch: "- ZeroPad1d: { padding: [4, 0] }\n- Conv1d: { out_channels: 8, kernel_size: 3, dilation: 2 }",
    keras: "- Conv1D: { filters: 8, kernel_size: 3, dilation_rate: 2, padding: causal }",
    only: "pytorch",
  },
  {
    title: "normalisation, whose momentum one counts from the other side,",
    pytorch: "- BatchNorm2d\n- BatchNorm2d: { affine: false, momentum: 0.2 }",
    keras:
      "- BatchNormalization: { momentum: 0.9, epsilon: 0.00001 }\n" +
      "- BatchNormalization: { momentum: 0.8, epsilon: 0.00001, center: false, scale: false }",
    only: "keras",
  },
  {
    title: "normalisation with what the other takes for granted",
    pytorch: "- BatchNorm2d: { eps: 0.001, momentum: 0.01 }",
    keras: "- BatchNormalization",
  },
  {
    title: "a slope that differs where nobody writes it",
    pytorch: "- LeakyReLU\n- LeakyReLU: { negative_slope: 0.3 }",
    keras: "- LeakyReLU: { negative_slope: 0.01 }\n- LeakyReLU",
  },
  {
    title: "a function that one has as a layer",
    pytorch: "- Tanh\n- ReLU6",
    keras: "- Activation: { activation: tanh }\n- Activation: { activation: relu6 }",
  },
  {
    title: "an activation inside a layer, and the name of what leaves it,",
    pytorch: "- Conv2d: { out_channels: 8, kernel_size: 1 } # one\n- ReLU:\n  name: stem\n- Identity:\n  from: stem",
    keras: "- Conv2D: { filters: 8, kernel_size: 1, activation: relu } # one\n  name: stem\n- Identity:\n  from: stem",
    only: "pytorch",
  },
  {
    title: "numbers of layers that come in between",
    pytorch:
      "- ReLU\n- Conv2d: { out_channels: 3, kernel_size: 1 }\n- ReLU\n- Identity\n" +
      "- Add:\n  from: [-1, -4]\n- Add:\n  from: [-1, -5]",
    keras:
      "- ReLU\n- Conv2D: { filters: 3, kernel_size: 1, activation: relu }\n- Identity\n" +
      "- Add:\n  from: [-1, -3]\n- Add:\n  from: [-1, -4]",
    only: "pytorch",
  },
  {
    title: "a layer that is repeated and becomes two",
    pytorch:
      "- Conv2d: { out_channels: 3, kernel_size: 1 }\n- ReLU\n- Conv2d: { out_channels: 3, kernel_size: 1 }\n- ReLU\n" +
      "- Add:\n  from: [-1, -5]",
    keras: "- Conv2D: { filters: 3, kernel_size: 1, activation: relu }\n  repeat: 2\n- Add:\n  from: [-1, -2]",
    only: "pytorch",
  },
  {
    title: "to the first of two layers what both read",
    pytorch:
      "- ReLU:\n  name: a\n- ReLU\n" +
      "- Conv2d: { out_channels: 8, kernel_size: 3, stride: 2, padding: 1 }\n  from: a\n  name: b",
    keras:
      "- ReLU:\n  name: a\n- ReLU\n- ZeroPadding2D: { padding: 1 }\n  from: a\n" +
      "- Conv2D: { filters: 8, kernel_size: 3, strides: 2 }\n  name: b",
    only: "keras",
  },
  {
    title: "axes by number",
    pytorch: "- Concat: { dim: 2 }\n  from: [input, input]\n- Softmax: { dim: 1 }\n- Softmax: { dim: 3 }",
    keras: "- Concatenate: { axis: 1 }\n  from: [input, input]\n- Softmax\n- Softmax: { axis: 2 }",
  },
  {
    title: "pooling of everything, laid out flat,",
    pytorch: "- AdaptiveAvgPool2d: { output_size: 1 }\n- Flatten\n- Linear: { out_features: 10 }",
    keras: "- GlobalAveragePooling2D\n- Dense: { units: 10 }",
  },
  {
    title: "pooling of everything that stays an image",
    pytorch: "- AdaptiveMaxPool2d: { output_size: 1 }\n- Conv2d: { out_channels: 8, kernel_size: 1 }",
    keras: "- GlobalMaxPooling2D: { keepdims: true }\n- Conv2D: { filters: 8, kernel_size: 1 }",
  },
  {
    title: "a last window over the edge",
    sizes: ["input: [3, 13, 13]", "input: [13, 13, 3]"],
    pytorch: "- MaxPool2d: { kernel_size: 2, ceil_mode: true }",
    keras: "- MaxPooling2D: { padding: same }",
  },
  {
    title: "a mean over what is there alone",
    pytorch: "- AvgPool2d: { kernel_size: 3, stride: 1, padding: 1, count_include_pad: false }",
    keras: "- AveragePooling2D: { pool_size: 3, strides: 1, padding: same }",
  },
  {
    title: "a mean in which the zeros of the border count",
    pytorch: "- AvgPool2d: { kernel_size: 3, stride: 1, padding: 1 }",
    keras: "- ZeroPadding2D: { padding: 1 }\n- AveragePooling2D: { pool_size: 3, strides: 1 }",
    only: "keras",
  },
  {
    title: "stamps that double the size",
    pytorch: "- ConvTranspose2d: { out_channels: 8, kernel_size: 4, stride: 2, padding: 1 }",
    keras: "- Conv2DTranspose: { filters: 8, kernel_size: 4, strides: 2, padding: same }",
  },
  {
    title: "filters for each channel",
    pytorch: "- Conv2d: { kernel_size: 3, out_channels: 6, groups: 3 }",
    keras: "- DepthwiseConv2D: { kernel_size: 3, depth_multiplier: 2 }",
    only: "pytorch",
  },
  {
    title: "a separable convolution",
    pytorch:
      "- Conv2d: { out_channels: 3, kernel_size: 3, groups: 3, bias: false, padding: 1 }\n" +
      "- Conv2d: { out_channels: 8, kernel_size: 1 }",
    keras: "- SeparableConv2D: { filters: 8, kernel_size: 3, padding: same }",
    only: "pytorch",
  },
  {
    title: "what each has under another name",
    pytorch: "- Dropout2d: { p: 0.2 }\n- Upsample: { scale_factor: 2, mode: bilinear }",
    keras: "- SpatialDropout2D: { rate: 0.2 }\n- UpSampling2D: { interpolation: bilinear }",
  },
  {
    title: "arguments on lines of their own, and the comments among them,",
    pytorch: "- Conv2d:\n    out_channels: 8 # wide\n    # small\n    kernel_size: 3\n    padding: 1",
    keras: "- Conv2D:\n    filters: 8 # wide\n    # small\n    kernel_size: 3\n    padding: same",
  },
  {
    title: "what a layer is said to give",
    pytorch:
      "- Conv2d: { out_channels: 8, kernel_size: 3 } # => [8, 30, 30] params=224\n" +
      "- BatchNorm2d: { eps: 0.001, momentum: 0.01 } # => [8, 30, 30] params=16",
    keras:
      "- Conv2D: { filters: 8, kernel_size: 3 } # => [30, 30, 8] params=224\n" +
      "- BatchNormalization # => [30, 30, 8] params=32",
  },
  {
    title: "several inputs, a vector among them,",
    sizes: ["inputs: { picture: [3, 8, 9], facts: [5] }", "inputs: { picture: [8, 9, 3], facts: [5] }"],
    pytorch:
      "- Conv2d: { out_channels: 2, kernel_size: 1 }\n  from: picture\n- Linear: { out_features: 2 }\n  from: facts",
    keras: "- Conv2D: { filters: 2, kernel_size: 1 }\n  from: picture\n- Dense: { units: 2 }\n  from: facts",
  },
  {
    title: "a sequence of vectors, which has the same order in both,",
    sizes: ["input: [16, 32]", "input: [16, 32]"],
    pytorch: "- Linear: { out_features: 8 } # => [16, 8]\n- Softmax: { dim: 2 }",
    keras: "- Dense: { units: 8 } # => [16, 8]\n- Softmax",
  },
  {
    title: "an image laid out in one row",
    pytorch: "- Flatten",
    keras: "- Reshape: { target_shape: [3072] }",
    only: "pytorch",
  },
  {
    title: "the same with the batch left open",
    pytorch: "- Reshape: { shape: [-1, 3072] }",
    keras: "- Flatten",
    only: "keras",
  },
  {
    title: "another order of axes of a sequence of vectors, with the batch or without",
    sizes: ["input: [12, 10]", "input: [12, 10]"],
    pytorch: "- Linear: { out_features: 5 }\n- Permute: { dims: [0, 2, 1] }\n- Linear: { out_features: 5 }",
    keras: "- Dense: { units: 5 }\n- Permute: { dims: [2, 1] }\n- Dense: { units: 5 }",
  },
  {
    title: "a vector as the channels of an image of one pixel",
    sizes: ["input: [12]", "input: [12]"],
    pytorch: "- Unflatten: { dim: 1, unflattened_size: [-1, 1, 1] }\n- Conv2d: { out_channels: 5, kernel_size: 1 }",
    keras: "- Reshape: { target_shape: [1, 1, -1] }\n- Conv2D: { filters: 5, kernel_size: 1 }",
  },
  {
    title: "the same with the channels as a number",
    sizes: ["input: [12]", "input: [12]"],
    pytorch: "- Reshape: { shape: [-1, 12, 1] }\n- Conv1d: { out_channels: 5, kernel_size: 1 }",
    keras: "- Reshape: { target_shape: [1, -1] }\n- Conv1D: { filters: 5, kernel_size: 1 }",
    only: "keras",
  },
  {
    title: "a normalisation over the channels of each position",
    pytorch: "- LayerNorm2d: { eps: 0.001 }\n- LayerNorm2d: { elementwise_affine: false }",
    keras: "- LayerNormalization\n- LayerNormalization: { epsilon: 0.00001, center: false, scale: false }",
  },
  {
    title: "channels that are put last, where they are last anyway,",
    pytorch:
      "- Conv2d: { out_channels: 4, kernel_size: 1 }\n- Permute: { dims: [0, 2, 3, 1] }\n- Linear: { out_features: 5 }\n- Permute: { dims: [0, 3, 1, 2] }\n- ReLU\n- Conv2d: { out_channels: 4, kernel_size: 1 }",
    keras:
      "- Conv2D: { filters: 4, kernel_size: 1 }\n- Identity\n- Dense: { units: 5 }\n- Identity\n- ReLU\n- Conv2D: { filters: 4, kernel_size: 1 }",
    only: "keras",
  },
];
