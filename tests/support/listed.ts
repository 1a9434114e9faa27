/** Names in a framework, and the arguments that its documentation gives all of them. */
type Listed = readonly (readonly [names: string, args: string])[];

const filters = "in_channels out_channels kernel_size stride padding dilation groups bias padding_mode";
const batch = "num_features eps momentum affine track_running_stats";

/** What a convolutional network is written with in PyTorch; functions are layers in CamelCase. */
const pytorch: Listed = [
  ["Conv1d Conv2d Conv3d", filters],
  ["ConvTranspose1d ConvTranspose2d ConvTranspose3d", `${filters} output_padding`],
  ["Linear", "in_features out_features bias"],
  ["Bilinear", "in1_features in2_features out_features bias"],

  ["BatchNorm1d BatchNorm2d BatchNorm3d InstanceNorm1d InstanceNorm2d InstanceNorm3d", batch],
  ["LayerNorm", "normalized_shape eps elementwise_affine bias"],
  ["GroupNorm", "num_groups num_channels eps affine"],
  ["RMSNorm", "normalized_shape eps elementwise_affine"],
  ["LocalResponseNorm", "size alpha beta k"],
  ["LayerScale", ""],

  ["MaxPool1d MaxPool2d MaxPool3d", "kernel_size stride padding dilation return_indices ceil_mode"],
  ["AvgPool1d AvgPool2d AvgPool3d", "kernel_size stride padding ceil_mode count_include_pad"],
  ["AvgPool2d AvgPool3d", "divisor_override"],
  ["AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d", "output_size"],
  ["AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d", "output_size return_indices"],
  ["LPPool2d", "norm_type kernel_size stride ceil_mode"],

  ["ReLU ReLU6 SELU Hardsigmoid Hardswish SiLU Mish", "inplace"],
  ["Sigmoid Tanh Tanhshrink Softsign LogSigmoid", ""],
  ["ELU CELU", "alpha inplace"],
  ["LeakyReLU", "negative_slope inplace"],
  ["RReLU", "lower upper inplace"],
  ["GELU", "approximate"],
  ["Softplus", "beta threshold"],
  ["Hardshrink Softshrink", "lambd"],
  ["Hardtanh", "min_val max_val inplace"],
  ["Threshold", "threshold value inplace"],
  ["PReLU", "num_parameters init"],
  ["Softmax LogSoftmax Softmin GLU", "dim"],

  ["Dropout Dropout1d Dropout2d Dropout3d AlphaDropout FeatureAlphaDropout", "p inplace"],
  ["StochasticDepth", "p mode"],

  ["Flatten", "start_dim end_dim"],
  ["Unflatten", "dim unflattened_size"],
  ["Reshape", "shape"],
  ["Permute", "dims"],
  ["Transpose", "dim0 dim1"],
  ["Squeeze Unsqueeze", "dim"],
  ["Identity", ""],
  ["ZeroPad1d ZeroPad2d ZeroPad3d ReflectionPad1d ReflectionPad2d ReflectionPad3d", "padding"],
  ["ReplicationPad1d ReplicationPad2d ReplicationPad3d", "padding"],
  ["ConstantPad1d ConstantPad2d ConstantPad3d", "padding value"],

  ["Upsample Interpolate", "size scale_factor mode align_corners recompute_scale_factor"],
  ["UpsamplingNearest2d UpsamplingBilinear2d", "size scale_factor"],
  ["PixelShuffle", "upscale_factor"],
  ["PixelUnshuffle", "downscale_factor"],
  ["ChannelShuffle", "groups"],
  ["Unfold", "kernel_size dilation padding stride"],
  ["Fold", "output_size kernel_size dilation padding stride"],

  ["Concat", "dim"],
  ["Add Subtract Multiply Average Maximum Minimum MatMul", ""],
  ["Mean Sum Max", "dim keepdim"],
  ["Chunk", "chunks dim"],
  ["Split", "split_size_or_sections dim"],

  ["SqueezeExcitation", "input_channels squeeze_channels activation scale_activation"],
  ["Conv2dNormActivation", "in_channels out_channels kernel_size stride padding groups norm_layer"],
  ["Conv2dNormActivation", "activation_layer dilation inplace bias"],
  ["LSTM GRU", "input_size hidden_size num_layers bias batch_first dropout bidirectional"],
  ["LSTM", "proj_size"],
  ["Embedding", "num_embeddings embedding_dim padding_idx max_norm norm_type scale_grad_by_freq sparse"],
  ["MultiheadAttention", "embed_dim num_heads dropout bias add_bias_kv add_zero_attn kdim vdim batch_first"],
];

const slides = "kernel_size strides padding data_format dilation_rate activation use_bias";
const steps = "units activation use_bias dropout recurrent_dropout return_sequences return_state go_backwards stateful";

/** What a convolutional network is written with in Keras. */
const keras: Listed = [
  ["Conv1D Conv2D Conv3D", `filters ${slides} groups kernel_initializer bias_regularizer`],
  ["Conv1DTranspose Conv2DTranspose Conv3DTranspose", `filters ${slides} output_padding`],
  ["SeparableConv1D SeparableConv2D", `filters ${slides} depth_multiplier pointwise_initializer`],
  ["DepthwiseConv1D DepthwiseConv2D", `${slides} depth_multiplier depthwise_constraint`],
  ["Dense", "units activation use_bias kernel_initializer bias_initializer lora_rank"],
  ["EinsumDense", "equation output_shape activation bias_axes lora_rank"],
  ["Embedding", "input_dim output_dim embeddings_initializer mask_zero lora_rank"],

  ["BatchNormalization", "axis momentum epsilon center scale moving_mean_initializer synchronized"],
  ["LayerNormalization", "axis epsilon center scale"],
  ["GroupNormalization", "groups axis epsilon center scale"],
  ["RMSNormalization", "axis epsilon"],
  ["UnitNormalization", "axis"],

  ["MaxPooling1D MaxPooling2D MaxPooling3D", "pool_size strides padding data_format"],
  ["AveragePooling1D AveragePooling2D AveragePooling3D", "pool_size strides padding data_format"],
  ["GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D", "data_format keepdims"],
  ["GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D", "data_format keepdims"],
  ["AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D", "output_size data_format"],
  ["AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D", "output_size data_format"],

  ["Activation", "activation"],
  ["ReLU", "max_value negative_slope threshold"],
  ["LeakyReLU", "negative_slope"],
  ["ELU", "alpha"],
  ["PReLU", "alpha_initializer shared_axes"],
  ["Softmax", "axis"],
  ["celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu", ""],
  ["log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign", ""],
  ["squareplus swish tanh tanh_shrink", ""],

  ["Dropout", "rate noise_shape seed"],
  ["AlphaDropout", "rate seed"],
  ["SpatialDropout1D SpatialDropout2D SpatialDropout3D GaussianDropout", "rate seed"],
  ["GaussianNoise", "stddev seed"],

  ["Flatten", "data_format"],
  ["Reshape", "target_shape"],
  ["Permute", "dims"],
  ["RepeatVector", "n"],
  ["Identity", ""],
  ["ZeroPadding1D ZeroPadding2D ZeroPadding3D", "padding data_format"],
  ["Cropping1D Cropping2D Cropping3D", "cropping data_format"],
  ["UpSampling1D", "size"],
  ["UpSampling2D", "size data_format interpolation"],
  ["UpSampling3D", "size data_format"],

  ["Concatenate", "axis"],
  ["Add Subtract Multiply Average Maximum Minimum", ""],
  ["Dot", "axes normalize"],

  ["LSTM GRU SimpleRNN", `${steps} kernel_initializer recurrent_regularizer bias_constraint unroll`],
  ["LSTM GRU", "recurrent_activation"],
  ["LSTM", "unit_forget_bias"],
  ["GRU", "reset_after"],
  ["ConvLSTM1D ConvLSTM2D ConvLSTM3D", `filters ${slides} recurrent_activation return_sequences return_state`],
  ["MultiHeadAttention", "num_heads key_dim value_dim dropout use_bias output_shape attention_axes"],
  ["Attention", "use_scale score_mode dropout"],
  ["AdditiveAttention", "use_scale dropout"],

  ["Rescaling", "scale offset"],
  ["Normalization", "axis mean variance invert"],
  ["Resizing", "height width interpolation crop_to_aspect_ratio pad_to_aspect_ratio data_format"],
  ["CenterCrop", "height width data_format"],
  ["Masking", "mask_value"],
  ["ActivityRegularization", "l1 l2"],
  ["CategoryEncoding", "num_tokens output_mode"],
  ["Discretization", "bin_boundaries num_bins output_mode"],
  ["RandomFlip", "mode seed"],
  ["RandomRotation", "factor fill_mode interpolation seed fill_value data_format"],
  ["RandomZoom RandomTranslation", "height_factor width_factor fill_mode interpolation seed fill_value data_format"],
  ["RandomContrast", "factor seed"],
  ["RandomBrightness", "factor value_range seed"],
  ["RandomCrop", "height width seed data_format"],
];

/** By framework. */
export const listed = { pytorch, keras };

type Way = readonly [
  framework: keyof typeof listed,
  name: string,
  args: { readonly [name: string]: unknown },
  inputs: readonly (readonly number[])[],
  outputs: readonly (readonly number[])[],
];

/** Arguments in the forms that the list asks for. */
export const ways: readonly Way[] = [
  ["pytorch", "MaxPool2d", { kernel_size: 2, ceil_mode: true }, [[1, 3, 7, 5]], [[1, 3, 4, 3]]],
  ["pytorch", "AvgPool3d", { kernel_size: 2, ceil_mode: true }, [[1, 3, 7, 5, 3]], [[1, 3, 4, 3, 2]]],
  [
    "pytorch",
    "Conv2d",
    { out_channels: 4, kernel_size: 3, dilation: [2, 1], groups: 2 },
    [[1, 2, 9, 9]],
    [[1, 4, 5, 7]],
  ],
  ["pytorch", "Conv2d", { out_channels: 4, kernel_size: 3, padding: "same" }, [[1, 2, 9, 8]], [[1, 4, 9, 8]]],
  ["pytorch", "Conv2d", { out_channels: 4, kernel_size: 3, padding: "valid" }, [[1, 2, 9, 8]], [[1, 4, 7, 6]]],
  ["pytorch", "Conv2d", { out_channels: 4, kernel_size: 3, padding: [0, 2] }, [[1, 2, 9, 8]], [[1, 4, 7, 10]]],
  ["pytorch", "ZeroPad2d", { padding: [1, 2, 3, 4] }, [[1, 2, 9, 8]], [[1, 2, 16, 11]]],
  [
    "pytorch",
    "ConvTranspose2d",
    { out_channels: 4, kernel_size: 3, stride: 2, padding: 1, output_padding: [1, 0] },
    [[1, 2, 9, 8]],
    [[1, 4, 18, 15]],
  ],
  ["pytorch", "Reshape", { shape: [2, -1, 4] }, [[2, 6, 8]], [[2, 12, 4]]],
  ["pytorch", "Interpolate", { size: [5, 7], mode: "bicubic" }, [[1, 2, 9, 8]], [[1, 2, 5, 7]]],
  ["pytorch", "Upsample", { scale_factor: 1.5, mode: "trilinear" }, [[1, 2, 4, 4, 6]], [[1, 2, 6, 6, 9]]],
  [
    "pytorch",
    "Chunk",
    { chunks: 2, dim: 1 },
    [[1, 5, 4]],
    [
      [1, 3, 4],
      [1, 2, 4],
    ],
  ],
  [
    "pytorch",
    "Split",
    { split_size_or_sections: [1, 4], dim: 1 },
    [[1, 5, 4]],
    [
      [1, 1, 4],
      [1, 4, 4],
    ],
  ],
  [
    "pytorch",
    "MatMul",
    {},
    [
      [2, 1, 3, 4],
      [5, 4, 6],
    ],
    [[2, 5, 3, 6]],
  ],
  [
    "pytorch",
    "Add",
    {},
    [
      [2, 3, 1, 4],
      [5, 1],
    ],
    [[2, 3, 5, 4]],
  ],
  ["pytorch", "Mean", { dim: [2, 3], keepdim: true }, [[2, 3, 4, 5]], [[2, 3, 1, 1]]],
  ["pytorch", "Sum", { dim: -1 }, [[2, 3, 4, 5]], [[2, 3, 4]]],
  ["keras", "Reshape", { target_shape: [-1, 4] }, [[2, 6, 8]], [[2, 12, 4]]],
  ["keras", "Conv1D", { filters: 4, kernel_size: 3, padding: "causal" }, [[1, 9, 2]], [[1, 9, 4]]],
  ["keras", "Conv2D", { filters: 4, kernel_size: 3, padding: "same", strides: 2 }, [[1, 9, 8, 2]], [[1, 5, 4, 4]]],
  [
    "keras",
    "ZeroPadding2D",
    {
      padding: [
        [1, 2],
        [3, 4],
      ],
    },
    [[1, 9, 8, 2]],
    [[1, 12, 15, 2]],
  ],
  [
    "keras",
    "Cropping2D",
    {
      cropping: [
        [1, 2],
        [3, 4],
      ],
    },
    [[1, 9, 8, 2]],
    [[1, 6, 1, 2]],
  ],
];
