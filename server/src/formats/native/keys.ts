import type { Choice } from "../../core/format";

/** Beside an operator. */
export const layerKeys: readonly Choice[] = [
  { name: "name", doc: "What other layers call this one in `from`." },
  {
    name: "from",
    doc: "What the layer reads: a name, a negative number, or a list of those. Default: the layer before.",
  },
  { name: "repeat", doc: "How often it is built, one after another, each with weights of its own." },
  { name: "when", doc: "A condition such as `$(stride != 1)`; the layer is left out where it does not hold." },
  { name: "only", doc: "`training`: the layer is left out of operations and outputs.", value: "training" },
  { name: "weights", doc: "The layer whose weights this one uses." },
];

/** At the top of a model. */
export const modelKeys: readonly Choice[] = [
  { name: "name", doc: "What the model is called." },
  { name: "framework", doc: "`pytorch` or `keras`: whose names, defaults and order of axes hold." },
  { name: "input", doc: "Sizes of one image without the batch: `[3, 224, 224]`, or with symbols `[3, H, W]`." },
  { name: "inputs", doc: "Sizes by the name of each input, where there are several." },
  { name: "layers", doc: "The layers, one after another.", value: "\n  - $0" },
  {
    name: "blocks",
    doc: "Parts with parameters, called by their names like operators.",
    value: `\n  ${"$"}{1:Block}:\n    params: { ${"$"}{2:channels}: null }\n    layers:\n      - $0`,
  },
  { name: "outputs", doc: "Names of the layers that leave the model. Default: the last." },
  {
    name: "training",
    doc: "`batch_size`, `precision`, `optimizer`, `loss`.",
    value: `{ batch_size: ${"$"}{1|32,16,64,128|}, optimizer: ${"$"}{2|adam,sgd,momentum,adamw|} }`,
  },
];

/** In a block. */
export const blockKeys: readonly Choice[] = [
  { name: "params", doc: "Names and defaults; null means that every call must give the value." },
  { name: "inputs", doc: "Names for what the block reads, in the order of `from`." },
  { name: "layers", doc: "The layers, one after another.", value: "\n  - $0" },
  { name: "outputs", doc: "Names of the layers that leave the block. Default: the last." },
];

/** Below `training`. */
export const trainingKeys: readonly Choice[] = [
  { name: "batch_size", doc: "Images in one step." },
  { name: "precision", doc: "`float32`, `float16` or `bfloat16`." },
  { name: "optimizer", doc: "`sgd`, `momentum`, `adam` or `adamw`." },
  { name: "loss", doc: "The loss, by the name that the framework has for it." },
];

export const frameworks: readonly Choice[] = [
  { name: "pytorch", doc: "Channels, height, width; the names and defaults of torch.nn." },
  { name: "keras", doc: "Height, width, channels; the names and defaults of keras.layers." },
];

export const precisions: readonly Choice[] = [
  { name: "float32", doc: "4 bytes a number." },
  { name: "float16", doc: "2 bytes a number, with a small range." },
  { name: "bfloat16", doc: "2 bytes a number, with the range of float32." },
];

export const optimizers: readonly Choice[] = [
  { name: "sgd", doc: "Keeps nothing beside the weights." },
  { name: "momentum", doc: "Keeps one number for each weight." },
  { name: "adam", doc: "Keeps two numbers for each weight." },
  { name: "adamw", doc: "Keeps two numbers for each weight." },
];

export const onlyWords: readonly Choice[] = [{ name: "training", doc: "Its weights count, its operations do not." }];

export const sizeWords: readonly Choice[] = [
  { name: "channels", doc: "How many channels it hands on." },
  { name: "height", doc: "The height it hands on." },
  { name: "width", doc: "The width it hands on." },
];

/** The numbers of an image, channels first. */
export const sizeEntries: readonly Choice[] = [
  { name: "channels", doc: "3 for colour, 1 for grey." },
  { name: "height", doc: "Pixels from top to bottom, or a symbol such as `H`." },
  { name: "width", doc: "Pixels from left to right, or a symbol such as `W`." },
];

/** What models are usually fed with. */
export const usualImages = (channelsLast: boolean): readonly Choice[] =>
  usual.map(([[channels, ...sides], doc]) => ({
    name: `[${(channelsLast ? [...sides, channels] : [channels, ...sides]).join(", ")}]`,
    doc,
  }));

const usual: readonly (readonly [sizes: readonly string[], doc: string])[] = [
  [["3", "224", "224"], "Photographs, as most classifiers take them."],
  [["3", "32", "32"], "Small pictures in colour, as in CIFAR."],
  [["1", "28", "28"], "Small pictures in grey, as in MNIST."],
  [["3", "640", "640"], "Photographs, as most detectors take them."],
  [["3", "H", "W"], "Images of any size: shapes are then told in `H` and `W`."],
];
