import type { Doc } from "../document";
import { snake } from "../names";
import type { Argument } from "../texts";

/** An operator that PyTorch has as a function: how it is called with what it reads. */
export type Written = (inputs: readonly string[], args: readonly Argument[]) => Doc;

const infix =
  (sign: string): Written =>
  (inputs) =>
    inputs.map((one) => (/^[\w.[\]]+$/.test(one) || /\)$/.test(one) ? one : `(${one})`)).join(` ${sign} `);

const named = ({ word, text, isPositional }: Argument): string => (isPositional ? text : `${word}=${text}`);

const ofTensor =
  (name: string): Written =>
  ([first], args) => ({ open: `${first}.${name}(`, items: args.map(named), close: ")" });

/** Sizes and axes one after another. */
const spread =
  (name: string): Written =>
  ([first], args) => ({
    open: `${first}.${name}(`,
    items: args.flatMap(({ text }) => text.replace(/^\((.*?),?\)$/, "$1").split(", ")),
    close: ")",
  });

const pairs =
  (name: string): Written =>
  (inputs) =>
    inputs.slice(1).reduce((all, one) => `torch.${name}(${all}, ${one})`, inputs[0]!);

const joined: Written = (inputs, args) => ({
  open: "torch.cat(",
  items: [{ open: "[", items: inputs, close: "]" }, ...args.map(({ text }) => `dim=${text}`)],
  close: ")",
});

const mean: Written = (inputs) => `(${inputs.join(" + ")}) / ${inputs.length}`;

const functional =
  (name: string): Written =>
  (inputs, args) => ({
    open: `F.${name}(`,
    items: [...inputs, ...args.map(({ word, text }) => `${word}=${text}`)],
    close: ")",
  });

/** What says how the inputs meet comes before them. */
const einsum: Written = (inputs, args) => ({
  open: "torch.einsum(",
  items: [...args.map(({ text }) => text), ...inputs],
  close: ")",
});

const methods = "Amax Amin Chunk Max Mean Min Narrow Split Squeeze Sum Transpose Unsqueeze".split(" ");

export const functions: ReadonlyMap<string, Written> = new Map([
  ["Add", infix("+")],
  ["Average", mean],
  ["Concat", joined],
  ["Einsum", einsum],
  ["Expand", spread("expand")],
  ["Interpolate", functional("interpolate")],
  ["MatMul", infix("@")],
  ["Maximum", pairs("maximum")],
  ["Minimum", pairs("minimum")],
  ["Multiply", infix("*")],
  ["Pad", functional("pad")],
  ["Permute", spread("permute")],
  ["Repeat", spread("repeat")],
  ["Reshape", spread("reshape")],
  ["ScaledDotProductAttention", functional("scaled_dot_product_attention")],
  ["Subtract", infix("-")],
  ...methods.map((word): [string, Written] => [word, ofTensor(snake(word))]),
]);
