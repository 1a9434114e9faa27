import { usualOf } from "../../core/param";
import { pytorch, torch } from "../../vocabularies/pytorch";
import {
  type Arguments,
  firstOf,
  isKind,
  type Layer,
  type LayerClass,
  nowhere,
  type Tensor,
  tuple,
  unknown,
  type Value,
} from "../values";

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

/** An argument of a call by its name, or by its place. */
const argumentAt = ({ positional, named }: Arguments, names: readonly string[], name: string): Value | undefined =>
  firstOf(named.get(name)?.value, positional[names.indexOf(name)]?.value);

const attends = "query key value key_padding_mask need_weights attn_mask average_attn_weights is_causal".split(" ");

/** Masks leave the shapes as they are. */
const attended = (given: Arguments): readonly Value[] =>
  attends.slice(0, 3).map((name) => firstOf(argumentAt(given, attends, name), unknown)!);

/** Scores are those of all heads together, of each, or none at all. */
function withScores(outputs: readonly Tensor[], { values }: Layer, given: Arguments): Value {
  const [output, scores] = outputs;
  if (!output?.shape || !scores?.shape) return unknown;
  const needed = firstOf(argumentAt(given, attends, "need_weights"), true)!;
  const together = firstOf(argumentAt(given, attends, "average_attn_weights"), true)!;
  if (needed === false) return tuple([output, null]);
  if (needed !== true || typeof together !== "boolean") return tuple([output, unknown]);
  const heads = values.get("num_heads");
  if (together) return tuple([output, scores]);
  const shape = typeof heads === "number" ? scores.shape.toSpliced(-2, 0, heads) : undefined;
  return tuple([output, { kind: "tensor", shape, node: nowhere, port: 0 }]);
}

/** A sequence, and the states from which it goes on if there are any. */
function withStates(given: Arguments): readonly Value[] {
  const names = ["input", "hx"];
  const sequence = firstOf(argumentAt(given, names, "input"), unknown)!;
  const states = firstOf(argumentAt(given, names, "hx"), null)!;
  const all = isKind(states, "tuple") || isKind(states, "list") ? states.items : [states];
  return [sequence, ...(all.every((one) => isKind(one, "tensor")) ? all : [])];
}

const inputs: { readonly [op: string]: LayerClass["inputs"] } = {
  GRU: withStates,
  LSTM: withStates,
  MultiheadAttention: attended,
  RNN: withStates,
};

const results: { readonly [names: string]: LayerClass["results"] } = {
  "LSTM GRU RNN": sequenceAndStates,
  MultiheadAttention: withScores,
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
  const reads = inputs[op];
  return { op, attribute: attribute(op), ...(made && { results: made }), ...(reads && { inputs: reads }) };
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
