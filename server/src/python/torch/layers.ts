import { usualOf } from "../../core/param";
import { pytorch, torch } from "../../vocabularies/pytorch";
import { type Layer, type LayerClass, type Tensor, tuple, unknown, type Value } from "../values";
import { several } from "./binding";

/** `(output, (h_n, c_n))`. */
const sequenceAndStates = ([output, ...states]: readonly Tensor[]): Value =>
  output?.shape ? tuple([output, states.length === 1 ? states[0]! : tuple(states)]) : unknown;

/** With their places, where these are asked for. */
const largest = (outputs: readonly Tensor[], { values }: Layer): Value => {
  const places = values.get("return_indices") ?? false;
  const [output] = outputs;
  if (places === false || !output) return output ?? unknown;
  return places === true ? tuple([output, { ...output, whole: true }]) : unknown;
};

const results: { readonly [names: string]: LayerClass["results"] } = {
  "LSTM GRU RNN": sequenceAndStates,
  MultiheadAttention: several,
  "MaxPool1d MaxPool2d MaxPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d": largest,
  "FractionalMaxPool2d FractionalMaxPool3d": largest,
};

/** Of convolutions these have one number for each axis, however they were given. */
const eachAxis = /^(kernel_size|stride|padding|dilation)$/;

const attribute =
  (op: string) =>
  (name: string, { values }: Layer): Value | undefined => {
    const spelling = pytorch.spellings.get(op)!;
    const param = spelling.params[spelling.parameters.get(name) ?? ""];
    const usual = param && !param.type.optional ? usualOf(param, {}) : undefined;
    const given = values.get(name) ?? plain(usual);
    const axes = /^Conv.*(\d)d$/.exec(op)?.[1];
    if (axes === undefined || !eachAxis.test(name)) return given;
    return typeof given === "number" ? tuple(Array<Value>(Number(axes)).fill(given)) : given;
  };

function plain(usual: unknown): Value | undefined {
  if (Array.isArray(usual)) return usual.every((one) => typeof one === "number") ? tuple(usual) : undefined;
  return typeof usual === "number" || typeof usual === "boolean" || typeof usual === "string" ? usual : undefined;
}

const resultsOf = (op: string): LayerClass["results"] =>
  Object.entries(results).find(([names]) => names.split(" ").includes(op))?.[1];

function layerClass(op: string): LayerClass {
  const made = resultsOf(op);
  return { op, attribute: attribute(op), ...(made && { results: made }) };
}

/** They find out by themselves how many channels they read, which so is no argument. */
const isLazy = (op: string): boolean => /^((Conv|ConvTranspose|BatchNorm|InstanceNorm)[123]d|Linear)$/.test(op);

/** Every class of `torch.nn` that is one operator. */
export const layers: ReadonlyMap<string, LayerClass> = new Map(
  Object.keys(torch).flatMap((op): [string, LayerClass][] => {
    const own = layerClass(op);
    const order = pytorch.spellings.get(op)!.order.slice(1);
    return isLazy(op)
      ? [
          [op, own],
          [`Lazy${op}`, { ...own, order }],
        ]
      : [[op, own]];
  }),
);
