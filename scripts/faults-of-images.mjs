// Slips in what operators on images say, at least two for each family; the cases worked by hand and the models notice.
const fault = (file, right, wrong, what) => ({ file: `server/src/${file}.ts`, right, wrong, what });

const convolutions = [
  fault(
    "ops/families/convolution",
    'return bias ? [filters, weight("bias", [out_channels as Dim])] : [filters];',
    "return [filters];",
    "convolutions without the weights of their bias",
  ),
  fault("ops/families/window", "dilation: dilation[axis]!,", "dilation: dilation[0]!,", "one dilation for all axes"),
  fault(
    "ops/families/transposed",
    "kernel + (extra ?? 0) - 2 * cut",
    "kernel - 2 * cut",
    "an output padding of transposed convolutions that adds nothing",
  ),
  fault(
    "ops/families/transposed",
    'weight("weight", [C, floorDiv(out_channels as Dim, groups)',
    'weight("weight", [floorDiv(C, groups), floorDiv(out_channels as Dim, groups)',
    "groups of transposed convolutions divided twice",
  ),
  fault(
    "ops/families/transposed",
    "return [x.C, ...sizesIn(x, spatial), floorDiv(out_channels as Dim, groups)",
    "return [x.C, ...sizesIn(x, spatial), out_channels as Dim",
    "operations of transposed convolutions that ignore groups",
  ),
  fault(
    "ops/families/depthwise",
    "C: mul(x.C, depth_multiplier)",
    "C: x.C",
    "a depth multiplier that multiplies nothing",
  ),
  fault(
    "ops/families/depthwise",
    'weight("bias", [mul(C, depth_multiplier)])',
    'weight("bias", [C])',
    "one bias for all depthwise filters of a channel",
  ),
  fault(
    "ops/families/separable",
    "{ ...args, bias: false }, blame",
    "{ ...args, bias }, blame",
    "a separable convolution with two biases",
  ),
  fault(
    "ops/families/separable",
    "spatial.map(() => 1), bias }",
    "args.kernel_size, bias }",
    "a pointwise convolution as large as the depthwise one",
  ),
];

const pools = [
  fault("ops/families/lp-pooling", "pads: false", "pads: true", "power-average pooling with a border"),
  fault(
    "ops/families/pooling",
    "Math.floor(window.kernel / 2)",
    "window.kernel",
    "a border of pooling as wide as the window",
  ),
  fault(
    "ops/families/window",
    'beyond === "yes" ? add(up, -1) : up',
    "up",
    "a window of pooling that starts beyond the edge",
  ),
  fault(
    "ops/families/adaptive",
    "output_size[i] ?? side",
    "output_size[i] ?? 1",
    "adaptive pooling that loses a size of null",
  ),
  fault("ops/families/adaptive", 'reach: () => "everything",', "", "adaptive pooling that sees one position"),
  fault(
    "ops/families/global-pool",
    "keepdims ? spatial.map(() => 1) : []",
    "keepdims ? [1] : []",
    "global pooling that keeps one axis alone",
  ),
  fault("ops/families/global-pool", 'reach: () => "everything",', "", "global pooling that sees one position"),
];

const normalisations = [
  fault(
    "ops/families/normalisation",
    'weight("running_mean", [C], "state")',
    'weight("running_mean", [C])',
    "a running mean that is trained",
  ),
  fault(
    "ops/families/normalisation",
    'affine ? [weight("weight", [C]), weight("bias", [C])]',
    'affine ? [weight("weight", [C])]',
    "batch normalisation without a shift",
  ),
  fault("ops/batch-normalization", "scale ? [weight", "center ? [weight", "scale and shift of Keras mixed up"),
  fault("ops/batch-normalization", "x.at(axis) ?? unknown", "x.at(-1) ?? unknown", "an axis of channels not heard"),
  fault(
    "ops/families/instance-norm",
    "affine: { ...normParams.affine, default: false }",
    "affine: normParams.affine",
    "instance normalisation that learns without being told",
  ),
  fault(
    "ops/families/instance-norm",
    'track_running_stats ? "yes" : several',
    "several",
    "instance normalisation of one value refused where statistics are kept",
  ),
  fault(
    "ops/layer-norm",
    'return bias ? [weight("weight", sizes), weight("bias", sizes)]',
    'return bias ? [weight("weight", sizes)]',
    "layer normalisation without a shift",
  ),
  fault("ops/families/trailing", "last.every(", "last.some(", "layer normalisation content with one size that fits"),
  fault(
    "ops/families/over-axes",
    "[axes].flat().map((axis) => x.at(axis) ?? unknown)",
    "[axes].flat().slice(0, 1).map((axis) => x.at(axis) ?? unknown)",
    "weights along the first of several axes alone",
  ),
  fault(
    "ops/group-norm",
    "x.C, num_groups, must",
    "num_groups, 1, must",
    "groups of a normalisation that divide anything",
  ),
  fault(
    "ops/group-norm",
    "affine ? [weight",
    "!affine ? [weight",
    "group normalisation that learns the other way round",
  ),
  fault("ops/group-normalization", "x.at(axis)!", "x.at(-1)!", "groups of the last axis, whichever is named"),
  fault(
    "ops/group-normalization",
    'center ? [weight("beta", [C])]',
    'scale ? [weight("beta", [C])]',
    "a shift of groups that hangs on the scale",
  ),
  fault(
    "ops/rms-norm",
    "elementwise_affine ? [weight",
    "!elementwise_affine ? [weight",
    "root mean squares with a scale where there is none",
  ),
  fault(
    "ops/rms-normalization",
    "axis: overAxes.axis, epsilon",
    "axis: { ...overAxes.axis, default: 1 }, epsilon",
    "root mean squares along another axis",
  ),
  fault("ops/layer-scale", "...x.rest.map(() => 1)", "...x.rest", "a scale of layers with a factor for every pixel"),
];

const activations = [
  fault(
    "ops/families/along-axis",
    'mustExist(one, x, { arg: "axis" }, must);',
    "one;",
    "an axis of activations that is not there",
  ),
  fault(
    "vocabularies/pytorch",
    "LogSoftmax: spell(logSoftmax, oneAxis)",
    "LogSoftmax: spell(logSoftmax)",
    "dim not heard",
  ),
  fault("ops/glu", "floorDiv(one, 2)", "one", "GLU that halves nothing"),
  fault("ops/glu", "divisible(size, 2)", "divisible(size, 1)", "GLU that halves an odd axis"),
  fault("ops/prelu", "[num_parameters])]", "[1])]", "PReLU with one slope, however many there are"),
  fault(
    "ops/prelu-by-position",
    "shared.includes(axis) ? 1 : size",
    "shared.includes(axis) ? size : 1",
    "slopes shared along the other axes",
  ),
  fault("ops/dropout", "number({ min: 0, max: 1 })", "number({ min: 0 })", "a probability above one"),
  fault(
    "vocabularies/pytorch",
    "Dropout: spell(dropout, inplace)",
    "Dropout: spell(dropout)",
    "Dropout never in place",
  ),
];

const borders = [
  fault(
    "ops/families/zero-padding",
    "add(size, ...padding[i]!)",
    "add(size, padding[i]![0]!, padding[i]![0]!)",
    "an asymmetric border made even",
  ),
  fault(
    "ops/families/zero-padding",
    "pad: padding[i]![0]!",
    "pad: padding[i]![1]!",
    "a border before taken for the one behind",
  ),
  fault("ops/families/cropping", "-before - after", "-2 * before", "an asymmetric crop made even"),
  fault("ops/families/cropping", "n === 2 ? [0, 0] : [1, 1]", "[1, 1]", "a crop of images that nobody asked for"),
  fault("ops/families/border", '...backwards, "C"', '...spatial, "C"', "borders counted from the first axis on"),
  fault("ops/families/edge", 'made === "mirror" ? add(size, -1) : size', "size", "a mirror that shows the edge twice"),
  fault("ops/upsample", "at(size, i) ?? grown", "at(size, 0) ?? grown", "one size of upsampling for all axes"),
  fault("ops/upsample", "Math.floor(n * factor)", "Math.ceil(n * factor)", "upsampling rounded up"),
  fault(
    "ops/families/enlarging",
    "mul(side, size[i]!)",
    "mul(side, size[0]!)",
    "one factor of upsampling for all axes",
  ),
  fault("ops/families/enlarging", 'interpolation === "nearest" ? 1 : 2', "1", "interpolation that sees one pixel"),
];

export const faultsOfImages = [...convolutions, ...pools, ...normalisations, ...activations, ...borders];
