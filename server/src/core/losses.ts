import type { Graph, Training } from "./graph";

/** What a loss makes of the values that a model gives. */
export interface Loss {
  /** The names that the framework has for it, the class first, then the function. */
  readonly names: readonly string[];
  readonly doc: string;
  /** Absent where it takes values of any kind, as losses of a regression do. */
  readonly takes?: "logits" | "probabilities" | "log-probabilities";
  /** One of several classes, or labels that each hold or not; absent in a regression. */
  readonly over?: "classes" | "labels";
  /** The loss that takes something else of the same model. */
  readonly others?: { readonly [takes in NonNullable<Loss["takes"]>]?: string };
}

const pytorch: readonly Loss[] = [
  {
    names: ["BCELoss", "binary_cross_entropy"],
    doc: "Labels that hold or not, from probabilities: behind a Sigmoid.",
    takes: "probabilities",
    over: "labels",
    others: { logits: "BCEWithLogitsLoss" },
  },
  {
    names: ["BCEWithLogitsLoss", "binary_cross_entropy_with_logits"],
    doc: "Labels that hold or not, from logits: it applies the sigmoid itself.",
    takes: "logits",
    over: "labels",
  },
  {
    names: ["CrossEntropyLoss", "cross_entropy"],
    doc: "One of several classes, from logits: it applies the softmax itself.",
    takes: "logits",
    over: "classes",
  },
  { names: ["HuberLoss", "huber_loss"], doc: "Distance from numbers, squared where it is small." },
  { names: ["L1Loss", "l1_loss"], doc: "Distance from numbers." },
  { names: ["MSELoss", "mse_loss"], doc: "Squared distance from numbers." },
  {
    names: ["MultiLabelSoftMarginLoss", "multilabel_soft_margin_loss"],
    doc: "Labels that hold or not, from logits: it applies the sigmoid itself.",
    takes: "logits",
    over: "labels",
  },
  {
    names: ["NLLLoss", "nll_loss"],
    doc: "One of several classes, from logarithms of probabilities: behind a LogSoftmax.",
    takes: "log-probabilities",
    over: "classes",
    others: { logits: "CrossEntropyLoss" },
  },
  { names: ["SmoothL1Loss", "smooth_l1_loss"], doc: "Distance from numbers, squared where it is small." },
];

const ofProbabilities = { takes: "probabilities" } as const;

/** Their class takes `from_logits=True`, and then logits in place of probabilities. */
const keras: readonly Loss[] = [
  {
    names: ["BinaryCrossentropy", "binary_crossentropy"],
    doc: "Labels that hold or not, from probabilities: behind a sigmoid.",
    over: "labels",
    ...ofProbabilities,
  },
  {
    names: ["BinaryFocalCrossentropy", "binary_focal_crossentropy"],
    doc: "The same, where what is right already counts less.",
    over: "labels",
    ...ofProbabilities,
  },
  {
    names: ["CategoricalCrossentropy", "categorical_crossentropy"],
    doc: "One of several classes as a vector of zeros and a one, from probabilities: behind a softmax.",
    over: "classes",
    ...ofProbabilities,
  },
  {
    names: ["CategoricalFocalCrossentropy", "categorical_focal_crossentropy"],
    doc: "The same, where what is right already counts less.",
    over: "classes",
    ...ofProbabilities,
  },
  { names: ["Huber", "huber"], doc: "Distance from numbers, squared where it is small." },
  { names: ["MeanAbsoluteError", "mean_absolute_error", "mae"], doc: "Distance from numbers." },
  { names: ["MeanSquaredError", "mean_squared_error", "mse"], doc: "Squared distance from numbers." },
  {
    names: ["SparseCategoricalCrossentropy", "sparse_categorical_crossentropy"],
    doc: "One of several classes as a number, from probabilities: behind a softmax.",
    over: "classes",
    ...ofProbabilities,
  },
];

const losses: { readonly [framework: string]: readonly Loss[] } = { pytorch, keras };

/** The losses that are known of a framework. */
export const lossesOf = (framework: string): readonly Loss[] => losses[framework] ?? [];

/** A loss of classes, as a file states it. */
export interface Stated extends Loss {
  readonly takes: NonNullable<Loss["takes"]>;
  readonly over: NonNullable<Loss["over"]>;
  /** As it is written, without its module and arguments. */
  readonly name: string;
  readonly span: NonNullable<Training["loss"]>["span"];
  /** Nothing but the name stands there. */
  readonly isBare: boolean;
}

/** The loss of classes that the file states; nothing where it is another one, or none that is known. */
export function lossOf({ training, vocabulary }: Graph): Stated | undefined {
  const written = training?.loss;
  const [, name = "", args] = /^\s*(?:\w+\.)*(\w+(?:[- ]\w+)*)\s*(?:\((.*)\))?\s*$/s.exec(written?.value ?? "") ?? [];
  const loss = lossesOf(vocabulary.id).find(({ names }) => names.some((one) => plain(one) === plain(name)));
  if (!written || !loss?.takes || !loss.over) return undefined;
  const takes = vocabulary.id === "keras" ? kerasTakes(loss.takes, args ?? "") : loss.takes;
  const isBare = written.value === name && written.span.to - written.span.from === name.length;
  return takes && { ...loss, takes, over: loss.over, name, span: written.span, isBare };
}

/** People write the class, the function, or either in short: `CrossEntropy`, `bce-with-logits`. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[_\s-]/g, "")
    .replace(/loss$/, "");

/** What `from_logits` makes of it; nothing where it is not certain. */
function kerasTakes(usual: Stated["takes"], args: string): Stated["takes"] | undefined {
  const [, said] = /\bfrom_logits\s*=\s*(\w+)/.exec(args) ?? [];
  if (said === undefined) return /^\s*(?:$|[a-z_]+\s*=)/.test(args) ? usual : undefined;
  return said === "True" ? "logits" : said === "False" ? usual : undefined;
}
