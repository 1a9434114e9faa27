import type { Choice } from "./format";
import type { Graph, Training } from "./graph";

/** What a loss makes of the values that a model gives. */
export interface Loss {
  /** The names that the framework has for it, the class first, then the function. */
  readonly names: readonly string[];
  /** What it is for, without what it takes. */
  readonly about: string;
  /** Absent where it takes values of any kind, as losses of a regression do. */
  readonly takes?: "logits" | "probabilities" | "log-probabilities";
  /** One of several classes, or labels that each hold or not; absent in a regression. */
  readonly over?: "classes" | "labels";
  /** The loss that takes something else of the same model. */
  readonly others?: { readonly [takes in NonNullable<Loss["takes"]>]?: string };
}

const [classes, labels] = ["One of several classes", "Labels that hold or not"];

const pytorch: readonly Loss[] = [
  {
    names: ["BCELoss", "binary_cross_entropy"],
    about: labels,
    takes: "probabilities",
    over: "labels",
    others: { logits: "BCEWithLogitsLoss" },
  },
  {
    names: ["BCEWithLogitsLoss", "binary_cross_entropy_with_logits"],
    about: labels,
    takes: "logits",
    over: "labels",
  },
  {
    names: ["CrossEntropyLoss", "cross_entropy"],
    about: classes,
    takes: "logits",
    over: "classes",
  },
  { names: ["HuberLoss", "huber_loss"], about: "Distance from numbers, squared where it is small" },
  { names: ["L1Loss", "l1_loss"], about: "Distance from numbers" },
  { names: ["MSELoss", "mse_loss"], about: "Squared distance from numbers" },
  {
    names: ["MultiLabelSoftMarginLoss", "multilabel_soft_margin_loss"],
    about: labels,
    takes: "logits",
    over: "labels",
  },
  {
    names: ["NLLLoss", "nll_loss"],
    about: classes,
    takes: "log-probabilities",
    over: "classes",
    others: { logits: "CrossEntropyLoss" },
  },
  { names: ["SmoothL1Loss", "smooth_l1_loss"], about: "Distance from numbers, squared where it is small" },
];

const ofProbabilities = { takes: "probabilities" } as const;

/** Their class takes `from_logits=True`, and then logits in place of probabilities. */
const keras: readonly Loss[] = [
  {
    names: ["BinaryCrossentropy", "binary_crossentropy"],
    about: labels,
    over: "labels",
    ...ofProbabilities,
  },
  {
    names: ["BinaryFocalCrossentropy", "binary_focal_crossentropy"],
    about: `${labels}, where what is right already counts less`,
    over: "labels",
    ...ofProbabilities,
  },
  {
    names: ["CategoricalCrossentropy", "categorical_crossentropy"],
    about: `${classes} as a vector of zeros and a one`,
    over: "classes",
    ...ofProbabilities,
  },
  {
    names: ["CategoricalFocalCrossentropy", "categorical_focal_crossentropy"],
    about: `${classes} as a vector of zeros and a one, where what is right already counts less`,
    over: "classes",
    ...ofProbabilities,
  },
  { names: ["Huber", "huber"], about: "Distance from numbers, squared where it is small" },
  { names: ["MeanAbsoluteError", "mean_absolute_error", "mae"], about: "Distance from numbers" },
  { names: ["MeanSquaredError", "mean_squared_error", "mse"], about: "Squared distance from numbers" },
  {
    names: ["SparseCategoricalCrossentropy", "sparse_categorical_crossentropy"],
    about: `${classes} as a number`,
    over: "classes",
    ...ofProbabilities,
  },
];

const losses: { readonly [framework: string]: readonly Loss[] } = { pytorch, keras };

/** The losses that are known of a framework. */
export const lossesOf = (framework: string): readonly Loss[] => losses[framework] ?? [];

/** The names that a loss may be stated by: classes first, then functions, each with what it takes. */
export function lossWords(framework: string): readonly Choice[] {
  const all = lossesOf(framework);
  const words = all.flatMap((loss): Choice[] => {
    const [name, doc] = [loss.names[0]!, docOf(loss)];
    if (framework !== "keras" || !loss.takes) return [{ name, doc }];
    return [
      { name, doc },
      { name: `${name}(from_logits=True)`, doc: docOf({ ...loss, takes: "logits" }) },
    ];
  });
  return [...words, ...all.flatMap((loss) => loss.names.slice(1).map((name) => ({ name, doc: docOf(loss) })))];
}

/** A sentence, with the layer that belongs before it. */
function docOf({ about, takes, over }: Loss): string {
  const squash = over === "labels" ? "sigmoid" : "softmax";
  if (takes === "logits") return `${about}, from logits: it applies the ${squash} itself.`;
  if (takes === "log-probabilities") return `${about}, from logarithms of probabilities: behind a LogSoftmax.`;
  return takes ? `${about}, from probabilities: behind a ${squash}.` : `${about}.`;
}

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
  if (!written) return undefined;
  const [, name = "", args] = /^\s*(?:\w+\.)*(\w+(?:[- ]\w+)*)\s*(?:\((.*)\))?\s*$/s.exec(written.value) ?? [];
  const loss = lossesOf(vocabulary.id).find(({ names }) => names.some((one) => plain(one) === plain(name)));
  if (!loss?.takes || !loss.over) return undefined;
  const takes = vocabulary.id === "keras" ? kerasTakes(loss.takes, args ?? "") : loss.takes;
  const isBare = written.value === name;
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
