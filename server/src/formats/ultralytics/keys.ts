import type { Choice } from "../../core/format";
import type { Dialect } from "./dialect";

const lists: readonly Choice[] = [
  { name: "backbone", doc: "Rows `[from, repeats, module, args]`, numbered from 0.", value: "\n  - $0" },
  { name: "head", doc: "More rows, whose numbers go on behind those of `backbone`.", value: "\n  - $0" },
];

const classes: Choice = {
  name: "nc",
  doc: "Number of classes; rows name it. Training takes it from the file of the data.",
};

const multiples: readonly Choice[] = [
  { name: "depth_multiple", doc: "Repeats above 1 are multiplied by it and rounded.", value: "1.0" },
  { name: "width_multiple", doc: "Channels are multiplied by it and rounded up to a multiple of 8.", value: "1.0" },
];

/** At the top of a file that has its sizes in itself. */
const scaled: readonly Choice[] = [
  classes,
  {
    name: "scales",
    doc: "The sizes of the model, each a letter with `[depth, width, max_channels]`.",
    value: "\n  n: [0.50, 0.25, 1024]\n  s: [0.50, 0.50, 1024]$0",
  },
  ...lists,
  { name: "activation", doc: "The activation of every `Conv`, as Python: `torch.nn.ReLU()`. Default: SiLU." },
  { name: "kpt_shape", doc: "For poses: how many points, and how many numbers each of them has.", value: "[17, 3]" },
];

const ch: Choice = { name: "ch", doc: "Channels of an image. Default: 3.", value: "3" };

/** At the top of a file that is one size of a model. */
const sized: readonly Choice[] = [
  classes,
  ...multiples,
  { name: "anchors", doc: "For each input of the head a row of widths and heights, in pixels." },
  ...lists,
  ch,
];

const activation: Choice = scaled.find(({ name }) => name === "activation")!;
/** Settings of heads that are keys of the file. */
const handed: readonly Choice[] = [
  { name: "reg_max", doc: "Steps in which heads tell each side of a box. Default: 16.", value: "16" },
  { name: "end2end", doc: "Whether heads predict without duplicates, by a second set of branches.", value: "True" },
];

/** What means something at the top of a file of a dialect. */
export function topKeys({ handed: told, saysChannels, vocabulary: { id } }: Dialect): readonly Choice[] {
  const keys = new Set(told.map(({ key }) => key));
  if (id === "yolov7") return sized;
  if (id === "yolov5" || id === "yolov9") return [...sized, activation];
  return [...scaled, ...handed.filter(({ name }) => keys.has(name)), ...(saysChannels ? [ch] : []), ...multiples];
}

/** The letters that the library finds in names of files, with numbers that its own models have. */
export const letters: readonly Choice[] = [
  ["n", "[0.33, 0.25, 1024]"],
  ["s", "[0.33, 0.50, 1024]"],
  ["m", "[0.67, 0.75, 768]"],
  ["l", "[1.00, 1.00, 512]"],
  ["x", "[1.00, 1.25, 512]"],
].map(([name, value]) => ({
  name: name!,
  value: value!,
  model: name!,
  doc: `A size of the model: \`[depth, width, max_channels]\`; the one of a file that is called like \`yolov8${name}.yaml\`.`,
}));

export const scaleEntries: readonly Choice[] = [
  { name: "depth", doc: "Repeats above 1 are multiplied by it and rounded." },
  { name: "width", doc: "Channels are multiplied by it and rounded up to a multiple of 8." },
  { name: "max_channels", doc: "Written channels are cut to it before they are multiplied by the width." },
];

export const pointEntries: readonly Choice[] = [
  { name: "points", doc: "How many points a pose has." },
  { name: "dims", doc: "2: the place of a point; 3: and whether it is seen." },
];

export const rowEntries: readonly Choice[] = [
  { name: "from", doc: "What the row reads: the number of a row, −1 for the one above, or a list of several." },
  { name: "repeats", doc: "How often it is built, multiplied by the depth of the model where it is above 1." },
  { name: "module", doc: "What is built: a module of the library, or `nn.` and a layer of torch." },
  { name: "args", doc: "The arguments of the module without the channels of its input, which the library adds." },
];

export const usualRepeats: readonly Choice[] = ["1", "2", "3", "6"].map((name) => ({ name, doc: "" }));

/** What usually stands behind keys at the top. */
export const topValues: ReadonlyMap<string, readonly Choice[]> = new Map([
  [
    "activation",
    ["torch.nn.SiLU()", "torch.nn.ReLU()", "torch.nn.Hardswish()", "torch.nn.GELU()", "torch.nn.Mish()"].map(
      (name): Choice => ({ name, doc: "" }),
    ),
  ],
  [
    "nc",
    [
      { name: "80", doc: "The classes of COCO." },
      { name: "1", doc: "One kind of things to find." },
    ],
  ],
  [
    "end2end",
    [
      { name: "True", doc: "Heads predict without duplicates." },
      { name: "False", doc: "Duplicates are taken out behind the heads." },
    ],
  ],
  [
    "kpt_shape",
    [
      { name: "[17, 3]", doc: "The points of a body in COCO, each with whether it is seen." },
      { name: "[21, 3]", doc: "The points of a hand." },
    ],
  ],
]);
