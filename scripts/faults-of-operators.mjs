// Slips in what operators say, at least two for each family; the cases worked by hand and the models must notice.
const fault = (file, right, wrong, what) => ({ file: `server/src/${file}.ts`, right, wrong, what });

const convolutions = [
  fault(
    "ops/convolution",
    'return bias ? [filters, weight("bias", [out_channels as Dim])] : [filters];',
    "return [filters];",
    "convolutions without the weights of their bias",
  ),
  fault("ops/window", "dilation: dilation[axis]!,", "dilation: dilation[0]!,", "one dilation for all axes"),
  fault(
    "ops/transposed",
    "kernel + (extra ?? 0) - 2 * cut",
    "kernel - 2 * cut",
    "an output padding of transposed convolutions that adds nothing",
  ),
  fault(
    "ops/transposed",
    'weight("weight", [C, floorDiv(out_channels as Dim, groups)',
    'weight("weight", [floorDiv(C, groups), floorDiv(out_channels as Dim, groups)',
    "groups of transposed convolutions divided twice",
  ),
  fault(
    "ops/transposed",
    "return [x.C, ...sizesIn(x, spatial), floorDiv(out_channels as Dim, groups)",
    "return [x.C, ...sizesIn(x, spatial), out_channels as Dim",
    "operations of transposed convolutions that ignore groups",
  ),
  fault("ops/depthwise", "C: mul(x.C, depth_multiplier)", "C: x.C", "a depth multiplier that multiplies nothing"),
  fault(
    "ops/depthwise",
    'weight("bias", [mul(C, depth_multiplier)])',
    'weight("bias", [C])',
    "one bias for all depthwise filters of a channel",
  ),
  fault(
    "ops/separable",
    "{ ...args, bias: false }, blame",
    "{ ...args, bias }, blame",
    "a separable convolution with two biases",
  ),
  fault(
    "ops/separable",
    "spatial.map(() => 1), bias }",
    "args.kernel_size, bias }",
    "a pointwise convolution as large as the depthwise one",
  ),
];

const pools = [
  fault("ops/lp-pooling", "pads: false", "pads: true", "power-average pooling with a border"),
  fault("ops/pooling", "Math.floor(window.kernel / 2)", "window.kernel", "a border of pooling as wide as the window"),
  fault("ops/window", 'beyond === "yes" ? add(up, -1) : up', "up", "a window of pooling that starts beyond the edge"),
  fault("ops/adaptive", "output_size[i] ?? side", "output_size[i] ?? 1", "adaptive pooling that loses a size of null"),
  fault("ops/adaptive", 'reach: () => "everything",', "", "adaptive pooling that sees one position"),
  fault(
    "ops/global-pool",
    "keepdims ? spatial.map(() => 1) : []",
    "keepdims ? [1] : []",
    "global pooling that keeps one axis alone",
  ),
  fault("ops/global-pool", 'reach: () => "everything",', "", "global pooling that sees one position"),
];

const normalisations = [
  fault(
    "ops/normalisation",
    'weight("running_mean", [C], "state")',
    'weight("running_mean", [C])',
    "a running mean that is trained",
  ),
  fault(
    "ops/normalisation",
    'affine ? [weight("weight", [C]), weight("bias", [C])]',
    'affine ? [weight("weight", [C])]',
    "batch normalisation without a shift",
  ),
  fault("ops/batch-normalization", "scale ? [weight", "center ? [weight", "scale and shift of Keras mixed up"),
  fault("ops/batch-normalization", "x.at(axis) ?? unknown", "x.at(-1) ?? unknown", "an axis of channels not heard"),
  fault(
    "ops/instance-norm",
    "affine: { ...normParams.affine, default: false }",
    "affine: normParams.affine",
    "instance normalisation that learns without being told",
  ),
  fault(
    "ops/instance-norm",
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
  fault("ops/trailing", "last.every(", "last.some(", "layer normalisation content with one size that fits"),
  fault(
    "ops/over-axes",
    "[axes].flat().map((axis) => x.at(axis) ?? unknown)",
    "[axes].flat().slice(0, 1).map((axis) => x.at(axis) ?? unknown)",
    "weights along the first of several axes alone",
  ),
  fault(
    "ops/group-norm",
    "divisible(x.C, num_groups)",
    "divisible(num_groups, 1)",
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
    "ops/along-axis",
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
    "ops/zero-padding",
    "add(size, ...padding[i]!)",
    "add(size, padding[i]![0]!, padding[i]![0]!)",
    "an asymmetric border made even",
  ),
  fault("ops/zero-padding", "pad: padding[i]![0]!", "pad: padding[i]![1]!", "a border before taken for the one behind"),
  fault("ops/cropping", "-before - after", "-2 * before", "an asymmetric crop made even"),
  fault("ops/cropping", "n === 2 ? [0, 0] : [1, 1]", "[1, 1]", "a crop of images that nobody asked for"),
  fault("ops/border", '...backwards, "C"', '...spatial, "C"', "borders counted from the first axis on"),
  fault("ops/edge", 'made === "mirror" ? add(size, -1) : size', "size", "a mirror that shows the edge twice"),
  fault("ops/upsample", "at(size, i) ?? grown", "at(size, 0) ?? grown", "one size of upsampling for all axes"),
  fault("ops/upsample", "Math.floor(n * factor)", "Math.ceil(n * factor)", "upsampling rounded up"),
  fault("ops/enlarging", "mul(side, size[i]!)", "mul(side, size[0]!)", "one factor of upsampling for all axes"),
  fault("ops/enlarging", 'interpolation === "nearest" ? 1 : 2', "1", "interpolation that sees one pixel"),
];

const shapes = [
  fault("ops/pixel-shuffle", "C: floorDiv(x.C, r * r)", "C: floorDiv(x.C, r)", "pixels laid out of one factor alone"),
  fault("ops/pixel-shuffle", "divisible(x.C, r * r)", "divisible(x.C, r)", "channels that lack pixels"),
  fault("ops/pixel-unshuffle", "H: floorDiv(x.H, r)", "H: x.H", "pixels that become channels and stay"),
  fault("ops/pixel-unshuffle", 'divisible(x[axis], r) === "no"', "false", "blocks of pixels cut through"),
  fault("ops/channel-shuffle", "groupsDivideInput(x.C, groups, must);", "", "a shuffle of groups that do not divide"),
  fault("ops/unfold", "C: mul(x.C, ...kernel_size)", "C: mul(...kernel_size)", "columns that lose the channels"),
  fault("ops/unfold", "L: mul(...counts)", "L: counts[0]!", "columns along one side alone"),
  fault("ops/fold", "C: floorDiv(x.C, pixels)", "C: x.C", "columns that become channels and stay"),
  fault("ops/fold", "divisible(x.C, pixels)", "divisible(x.C, 1)", "columns of broken windows"),
  fault("ops/lay-out", "size === -1 ? quotient(values, written)", "size === -1 ? values", "a -1 that takes all"),
  fault("ops/lay-out", 'open > 1 ? "no" : "yes"', '"yes"', "several sizes left open"),
  fault("ops/reshape", "layOut(x.slice(1), shape", "layOut(x, shape", "a batch laid out twice"),
  fault(
    "ops/permute",
    "axes.map((axis) => x[axis]!)",
    "axes.map((_, k) => x[axes.indexOf(k)]!)",
    "axes put back in order",
  ),
  fault("ops/transpose", "k === other ? x[one]! : size", "size", "an axis that is written twice"),
  fault("ops/squeeze", "size !== 1 || !axes", "!axes", "axes left out that hold something"),
  fault("ops/unsqueeze", "x.length + 1 + dim", "x.length + dim", "a new axis one place too early"),
  fault("ops/unflatten", ", ...x.slice(axis + 1)]", "]", "axes lost behind the one that is laid out"),
  fault("ops/flatten", ", ...x.slice(last + 1)]", "]", "axes lost behind those laid together"),
  fault("ops/flatten", "first <= last ?", "first !== last ?", "one axis that cannot be laid together with itself"),
  fault("ops/repeat-vector", "L: n, F: x.F", "L: x.F, F: n", "a sequence that stands the wrong way"),
  fault("ops/reducing", "axes.includes(k) ? 1 : size", "axes.includes(k) ? size : 1", "the other axes reduced"),
  fault("ops/reducing", "=> !axes.includes(k))", "=> axes.includes(k))", "the reduced axes kept"),
  fault("ops/extreme", "ys: [taken, taken]", "ys: [taken]", "a largest value without its place"),
  fault(
    "ops/chunk",
    "const each = ceilDiv(size, chunks)",
    "const each = floorDiv(size, chunks)",
    "pieces rounded down",
  ),
  fault("ops/chunk", "Math.ceil(size / (each as number))", "chunks", "pieces of nothing"),
  fault("ops/split", "Math.min(each, whole - i * each)", "each", "a last piece as large as the others"),
  fault("ops/split", "compare(sum, whole)", '"yes"', "sections that do not add up"),
  fault("ops/narrow", "from(start, whole) + length <= whole", "length <= whole", "a stretch that ends outside"),
];

const joins = [
  fault("ops/concat", "k !== joined && compare", "compare", "tensors that must agree along the joined axis as well"),
  fault(
    "ops/concat",
    "add(...xs.map((x) => x[k]!))",
    "add(dim, xs.at(-1)![k]!)",
    "what stands in the middle left out of a joined axis",
  ),
  fault("ops/broadcasting", "a !== 1 && b !== 1 && compare", "a !== 1 && compare", "a 1 that is stretched on one side"),
  fault(
    "ops/broadcasting",
    "dim === 1 || (!isNumber(dim)",
    "(!isNumber(dim)",
    "a sum that keeps the 1 of its first tensor",
  ),
  fault("ops/dot", "(others.length ? others : [1])", "others", "a dot product of vectors without an axis"),
  fault(
    "ops/dot",
    "[...left.others, ...right.others, surest",
    "[...left.others, surest",
    "half of a dot product counted",
  ),
  fault("ops/matmul", "b.length > 1 ? -2 : -1", "-1", "matrices summed over the wrong axis"),
  fault(
    "ops/matmul",
    "return [...y.slice(1), sum];",
    "return [...y, sum];",
    "products of matrices counted for the batch",
  ),
  fault("ops/bilinear", "[out_features, a.F, b.F])", "[out_features, a.F, a.F])", "a bilinear form that is square"),
  fault(
    "ops/bilinear",
    "[...a.rest.slice(1), out_features",
    "[out_features",
    "a bilinear form counted at one position",
  ),
  fault("ops/linear", "[...x.rest.slice(1), x.F", "[x.F", "a dense layer counted at one position"),
];

const preparations = [
  fault("ops/resizing", "H: height, W: width", "H: width, W: height", "height and width of a resized image exchanged"),
  fault("ops/resizing", "crop_to_aspect_ratio && pad", "crop_to_aspect_ratio || pad", "a crop refused by itself"),
  fault("ops/center-crop", "W: width } })", "W: x.W } })", "a crop that leaves the width"),
  fault("ops/discretization", "bin_boundaries.length + 1", "bin_boundaries.length", "one range less than there are"),
  fault("ops/category-encoding", "x.at(-1) === 1 ?", "x.at(-1) === 0 ?", "an axis of one number that stays"),
  fault("ops/normalization", ', weight("count", [], "state")]', "]", "statistics that are not counted themselves"),
  fault("ops/rescaling", "isSpread ?", "!isSpread ?", "a channel spread over numbers that are not there"),
];

const composites = [
  fault(
    "ops/conv2d-norm-activation",
    "Math.floor((side - 1) / 2) * dilation[axis]",
    "Math.floor((side - 1) / 2)",
    "a composite whose border ignores the dilation",
  ),
  fault(
    "ops/conv2d-norm-activation",
    "norm_layer === null)",
    "norm_layer !== null)",
    "a composite with a bias before its normalisation",
  ),
  fault(
    "ops/squeeze-excitation",
    "{ out_channels: x.C, kernel_size }",
    "{ out_channels: x.C, kernel_size, bias: false }",
    "excitation without a bias",
  ),
  fault("ops/squeeze-excitation", "output_size: [1, 1]", "output_size: [2, 2]", "excitation by the means of quarters"),
];

export const faultsOfOperators = [
  ...convolutions,
  ...pools,
  ...normalisations,
  ...activations,
  ...borders,
  ...shapes,
  ...joins,
  ...preparations,
  ...composites,
];
