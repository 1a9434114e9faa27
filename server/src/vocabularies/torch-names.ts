/** Classes of torch.nn that are no layer whose shapes are known here: containers, losses and single cells among them. */
export const torchClasses: ReadonlySet<string> = new Set(
  `AdaptiveLogSoftmaxWithLoss BCELoss BCEWithLogitsLoss Buffer CTCLoss Container CosineEmbeddingLoss CrossEntropyLoss
  CrossMapLRN2d DataParallel EmbeddingBag GRUCell GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss
  LSTMCell LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d LazyConv1d LazyConv2d LazyConv3d LazyConvTranspose1d
  LazyConvTranspose2d LazyConvTranspose3d LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d LazyLinear
  LinearCrossEntropyLoss MSELoss MarginRankingLoss MaxUnpool1d MaxUnpool2d MaxUnpool3d Module ModuleDict ModuleList
  MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss MultiheadAttention NLLLoss NLLLoss2d
  NonDynamicallyQuantizableLinear Parameter ParameterDict ParameterList PoissonNLLLoss RNNBase RNNCell RNNCellBase
  Sequential SmoothL1Loss SoftMarginLoss Transformer TransformerDecoder TransformerDecoderLayer
  TransformerEncoder TransformerEncoderLayer TripletMarginLoss TripletMarginWithDistanceLoss UninitializedBuffer
  UninitializedParameter`.split(/\s+/),
);

/** Classes of torchvision.ops. */
export const torchvisionClasses: ReadonlySet<string> = new Set(
  `Conv2dNormActivation Conv3dNormActivation DeformConv2d DropBlock2d DropBlock3d FeaturePyramidNetwork FrozenBatchNorm2d
  MLP MultiScaleRoIAlign PSRoIAlign PSRoIPool Permute RoIAlign RoIPool SqueezeExcitation StochasticDepth`.split(/\s+/),
);
