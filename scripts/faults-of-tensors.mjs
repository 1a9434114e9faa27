// The same for what lays tensors out anew, joins them, reads sequences, prepares data or is composed of others.
const fault = (file, right, wrong, what) => ({ file: `server/src/${file}.ts`, right, wrong, what });

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
  fault("ops/families/lay-out", "size === -1 ? left : size", "size === -1 ? values : size", "a -1 that takes all"),
  fault("ops/families/lay-out", 'open > 1 ? "no" : "yes"', '"yes"', "several sizes left open"),
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
  fault(
    "ops/families/reducing",
    "axes.includes(k) ? 1 : size",
    "axes.includes(k) ? size : 1",
    "the other axes reduced",
  ),
  fault("ops/families/reducing", "=> !axes.includes(k))", "=> axes.includes(k))", "the reduced axes kept"),
  fault("ops/families/extreme", "ys: [taken, taken]", "ys: [taken]", "a largest value without its place"),
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
  fault(
    "ops/families/broadcasting",
    "a !== 1 && b !== 1 && compare",
    "a !== 1 && compare",
    "a 1 that is stretched on one side",
  ),
  fault(
    "ops/families/broadcasting",
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

const sequences = [
  fault(
    "ops/families/recurrent",
    '(args.bidirectional ? ["", "_reverse"] : [""])',
    '[""]',
    "a way back without weights",
  ),
  fault(
    "ops/families/recurrent",
    "F: mul(directions(args), given(args)) },",
    "F: given(args) },",
    "a way back without results",
  ),
  fault(
    "ops/families/recurrent",
    ', weight(name("bias_hh"), [rows])',
    "",
    "one constant for every gate instead of two",
  ),
  fault("ops/lstm", "const gates = 4;", "const gates = 3;", "an LSTM without a gate"),
  fault("ops/gru", "gates: 3,", "gates: 4,", "a GRU with a gate more"),
  fault(
    "ops/families/recurrent-layer",
    "return_sequences ? [x.T] : []",
    "[]",
    "the last step alone, whatever is asked for",
  ),
  fault("ops/families/recurrent-layer", "Array<State>(states).fill(last)", "[last]", "a state without its cell"),
  fault("ops/gru-layer", "reset_after ? [2, columns] : [columns]", "[columns]", "a GRU with one set of constants"),
  fault(
    "ops/families/conv-lstm",
    "args.return_sequences ? [T] : []",
    "[]",
    "the last image alone, whatever is asked for",
  ),
  fault(
    "ops/families/conv-lstm",
    "[...kernel_size, out_channels, all]",
    "[...kernel_size, C, all]",
    "a state as deep as the input",
  ),
  fault("ops/multihead-attention", "const all = mul(3, E);", "const all = mul(2, E);", "attention without values"),
  fault(
    "ops/multihead-attention",
    'const steps = batch_first ? "T" : "N";',
    'const steps = "T";',
    "keys counted as images",
  ),
  fault("ops/attention-over-axes", "num_heads, value_dim];", "num_heads, key_dim];", "values as long as keys"),
  fault(
    "ops/attention-over-axes",
    'if (args.use_gate) project("gate"',
    'if (!args.use_gate) project("gate"',
    "a gate unasked",
  ),
  fault("ops/dot-product-attention", "F: value.F }", "F: query.F }", "values as long as queries"),
  fault(
    "ops/additive-attention",
    "use_scale ? [weight",
    "!use_scale ? [weight",
    "a scale of scores where there is none",
  ),
  fault("ops/embedding", "y: [...x, embedding_dim]", "y: [...x.slice(0, -1), embedding_dim]", "rows without positions"),
  fault("ops/embedding", "padding_idx >= -rows", "padding_idx >= 0", "rows that cannot be counted from the last"),
  fault("ops/families/einsum", "const first = before ? 0 : 1;", "const first = 1;", "a batch behind dots"),
  fault("ops/einsum-dense", ".filter((letter) => !read.input.includes(letter))", "", "letters counted twice"),
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

export const faultsOfTensors = [...shapes, ...joins, ...sequences, ...preparations, ...composites];
