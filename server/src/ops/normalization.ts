import { compare } from "../core/dim";
import { type Message, say } from "../core/message";
import { op, weight } from "../core/op";
import { type ParamType, param } from "../core/param";
import { bool, either, int, list, number, optional } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { countOf, oneForEachChannel } from "./rescaling";

const numbers = either(number(), either(list(number()), list(list(number()))));

const several = either(int(), list(int()));

/** One axis or several; null is none of them, and not the same as leaving it out. */
const axes: ParamType<readonly number[]> = {
  ...several,
  label: "integer, or list of integers, or null",
  schema: { anyOf: [several.schema, { type: "null" }] },
  read(value) {
    if (value.kind === "null") return { ok: [] };
    const reading = several.read(value);
    return reading !== "unknown" && "ok" in reading ? { ok: [reading.ok].flat() } : reading;
  },
  show: (value) => (value.length === 1 ? String(value[0]) : JSON.stringify(value)),
};

/** Keras' own, and no layer that learns: mean and variance are measured once, or written. */
export const normalization = op({
  name: "Normalization",
  summary: "Brings values to zero mean and unit variance, by statistics of the data set.",
  formula: "y = (x − mean) / √variance",
  source: "https://keras.io/api/layers/preprocessing_layers/numerical/normalization/",
  traits: ["normalisation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    axis: param(axes, {
      doc: "Axes of which every place has statistics of its own, the batch being 0; null shares one of each.",
      default: [-1],
    }),
    mean: param(optional(numbers), { doc: "The mean, where it need not be measured." }),
    variance: param(optional(numbers), { doc: "The variance, where it need not be measured." }),
    invert: param(bool, {
      doc: "Whether the inverse is computed: back to the values of the data set.",
      default: false,
    }),
  },
  constraints: {
    ...axisExists,
    ...oneForEachChannel,
    "mean-with-variance": "The mean and the variance are written together or not at all.",
  },
  infer({ x }, { axis, mean, variance }, must) {
    for (const one of axis) mustExist(one, x, { arg: "axis" }, must);
    const lone = variance === undefined ? "mean" : "variance";
    const other = lone === "mean" ? "variance" : "mean";
    const isAlone = (mean === undefined) !== (variance === undefined);
    must(
      "mean-with-variance",
      isAlone ? "no" : "yes",
      { arg: lone },
      say`${lone} is given and ${other} is not: either both are written, or both are measured`,
    );
    if (mean === undefined || variance === undefined) return { y: x };

    const [means, variances] = [countOf(mean as number), countOf(variance as number)];
    const isAlike = typeof mean === typeof variance && means === variances;
    must("mean-with-variance", isAlike ? "yes" : "no", { arg: "variance" }, differ(mean, variance));
    const along = axis.length === 1 ? axisOf(axis[0]!, x) : undefined;
    if (!isAlike || along === undefined || means === 1 || isNested(mean)) return { y: x };
    const holds = compare(x[along]!, means);
    const message = say`${means} numbers do not go with axis ${along} of ${x.slice(1)}, which is ${x[along]!}: write ${x[along]!} of them, or a single one`;
    must("one-for-each-channel", holds, { arg: "mean" }, message);
    return { y: x };
  },
  weights({ x }, { axis, mean }) {
    if (mean !== undefined) return [];
    const places = axis.flatMap((one) => axisOf(one, x) ?? []);
    const sizes = [...places].sort((a, b) => a - b).map((place) => x[place]!);
    return [weight("mean", sizes, "state"), weight("variance", sizes, "state"), weight("count", [], "state")];
  },
});

type Numbers = number | readonly (number | readonly number[])[];

const isNested = (values: Numbers): boolean => typeof values !== "number" && typeof values[0] !== "number";

const inWords = (values: Numbers): Message =>
  typeof values === "number" ? say`one number` : say`a list of ${values.length}`;

const differ = (mean: Numbers, variance: Numbers): Message =>
  say`mean is ${inWords(mean)} and variance ${inWords(variance)}: write as many of each`;
