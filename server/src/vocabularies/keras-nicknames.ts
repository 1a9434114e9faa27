import { nicknames as table } from "../core/vocabulary";

/** Where nothing but the name differs from another framework, the operator behind both says so. */
export const nicknames = table(
  {
    Add: "addition plus elementwiseadd eltwiseadd",
    "AveragePooling1D AveragePooling2D AveragePooling3D":
      "avgpool avgpooling averagepool averagepooling meanpool meanpooling",
    AveragePooling1D: "averagepool1d",
    AveragePooling2D: "averagepool2d",
    AveragePooling3D: "averagepool3d",
    BatchNormalization: "bn bn1d bn2d bn3d batchnorm batchnorm1d batchnorm2d batchnorm3d batchnormalisation",
    Concatenate: "cat concatenation",
    "Conv1D Conv2D Conv3D": "conv convolution convolutional",
    "Conv1DTranspose Conv2DTranspose Conv3DTranspose":
      "deconv deconvolution convtranspose convtransposed transposeconv transposedconv upconv",
    Conv1DTranspose: "deconv1d",
    Conv2DTranspose: "deconv2d convtransposed2d transposedconv2d",
    Conv3DTranspose: "deconv3d",
    Dense: "fc fullyconnected fullconnected affine",
    "DepthwiseConv1D DepthwiseConv2D": "depthwise depthwiseconv depthwiseconvolution dwconv",
    Dropout: "drop",
    "GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D":
      "gap globalavgpool globalavgpooling globalaveragepool globalaveragepooling",
    GlobalAveragePooling1D: "gap1d globalavgpool1d globalaveragepool1d",
    GlobalAveragePooling2D: "gap2d globalavgpool2d globalaveragepool2d",
    GlobalAveragePooling3D: "gap3d globalavgpool3d globalaveragepool3d",
    "GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D": "gmp globalmaxpool globalmaxpooling",
    LeakyReLU: "lrelu leaky",
    "MaxPooling1D MaxPooling2D MaxPooling3D": "maxpool maxpooling",
    "SeparableConv1D SeparableConv2D": "sepconv separableconv separableconvolution",
    SeparableConv2D: "sepconv2d",
    Softmax: "softmax1d softmax2d",
    SpatialDropout1D: "dropout1d",
    SpatialDropout2D: "dropout2d",
    SpatialDropout3D: "dropout3d",
    "UpSampling1D UpSampling2D UpSampling3D": "upsample upsampling",
    UpSampling1D: "upsample1d",
    UpSampling2D: "upsample2d upsamplingnearest2d upsamplingbilinear2d",
    UpSampling3D: "upsample3d",
    "ZeroPadding1D ZeroPadding2D ZeroPadding3D": "zeropad zeropadding",
    ZeroPadding1D: "zeropad1d",
    ZeroPadding2D: "zeropad2d",
    ZeroPadding3D: "zeropad3d",
  },
  {
    epsilon: "eps",
    filters: "out outchannels outputchannels numfilters nfilters",
    kernel_size: "kernel kernelsize ksize filtersize",
    pool_size: "kernel kernelsize ksize windowsize",
    units: "out outputs outfeatures outputfeatures numclasses",
  },
);
