import { add, ceilDiv, mul, type Shape } from "../../core/dim";
import { dimOf, isKind, type Native, native, type Run, type Tensor, unknown, type Value } from "../values";
import { type Bound, bound, written } from "./binding";
import { shapeBy } from "./quiet";
import { axesGiven, isNumber, sizesIn } from "./sizes";

const shapeAt = (found: Bound | undefined, name: string): Shape | undefined => {
  const value = found?.get(name)?.value;
  return value !== undefined && isKind(value, "tensor") ? value.shape : undefined;
};

/** A list of one number for each axis; nothing where one is not known. */
function eachAxis(value: Value | undefined, axes: number, usual: number): readonly number[] | undefined {
  if (value === undefined) return Array<number>(axes).fill(usual);
  const all = axesGiven(value);
  return all?.length === 1 ? Array<number>(axes).fill(all[0]!) : all?.length === axes ? all : undefined;
}

/** A convolution with weights that are handed in. */
const conv = (axes: number, transposes: boolean): Native => {
  const name = `conv${transposes ? "_transpose" : ""}${axes}d`;
  const word = `Conv${transposes ? "Transpose" : ""}${axes}d`;
  const order = transposes
    ? ["input", "weight", "bias", "stride", "padding", "output_padding", "groups", "dilation"]
    : ["input", "weight", "bias", "stride", "padding", "dilation", "groups"];
  return native(name, (given, run) => {
    const found = bound(order, given);
    const [input, weight] = [shapeAt(found, "input"), shapeAt(found, "weight")];
    return run.tensor(input && weight && found && shape(input, weight, found, run), given);
  });

  function shape(input: Shape, weight: Shape, found: Bound, run: Run): Shape | undefined {
    const each = (name: string, usual: number) => eachAxis(found.get(name)?.value, axes, usual);
    const groups = found.get("groups")?.value ?? 1;
    const said = found.get("padding")?.value;
    const padding = said === "same" || said === "valid" ? said : each("padding", 0);
    const [stride, dilation, output_padding] = [each("stride", 1), each("dilation", 1), each("output_padding", 0)];
    if (weight.length !== axes + 2 || !weight.every(isNumber) || typeof groups !== "number") return undefined;
    if (!padding || !stride || !dilation || !output_padding || input.length !== axes + 2) return undefined;
    const [first = 0, second = 0, ...kernel_size] = weight;
    const [reads, out_channels] = transposes ? [first, second * groups] : [second * groups, first];
    if (isNumber(input[1]) && input[1] !== reads) run.raise("RuntimeError");
    const args = {
      out_channels,
      kernel_size,
      stride,
      padding,
      dilation,
      groups,
      ...(transposes && { output_padding }),
    };
    return shapeBy(word, [input], args, run);
  }
};

const linear = native("linear", (given, run) => {
  const found = bound(["input", "weight", "bias"], given);
  const [input, weight] = [shapeAt(found, "input"), shapeAt(found, "weight")];
  if (!input?.length || weight?.length !== 2) return run.tensor(undefined, given);
  const [last, reads] = [input.at(-1), weight[1]];
  if (isNumber(last) && isNumber(reads) && last !== reads) run.raise("RuntimeError");
  return run.tensor([...input.slice(0, -1), weight[0]!], given);
});

const embedding = native("embedding", (given, run) => {
  const [input, weight] = given.positional.map(({ value }) => (isKind(value, "tensor") ? value.shape : undefined));
  return run.tensor(input && weight?.length === 2 ? [...input, weight[1]!] : undefined, given);
});

const mirrors: { readonly [mode: string]: string } = {
  reflect: "Reflection",
  replicate: "Replication",
  circular: "Circular",
};

/** Pairs of numbers from the last axis on, before and behind; what is no constant goes around the last axes of an image. */
const pad = native("pad", (given, run) => {
  const found = bound(["input", "pad", "mode", "value"], given);
  const [input, ends] = [found?.get("input")?.value, found?.get("pad")];
  const mode = found?.get("mode")?.value ?? "constant";
  if (!ends || input === undefined || !isKind(input, "tensor") || typeof mode !== "string")
    return run.tensor(undefined, given);
  if (mode === "constant") return run.operator("Pad", [input], [written("pad", ends)], given)[0] ?? unknown;
  const around = axesGiven(ends.value);
  const mirror = mirrors[mode];
  if (!around || !mirror) return run.tensor(undefined, given);
  if (around.length % 2 || !around.length || around.length > 6) run.raise("NotImplementedError");
  return run.operator(`${mirror}Pad${around.length / 2}d`, [input], [written("padding", ends)], given)[0] ?? unknown;
});

const attended = ["query", "key", "value", "attn_mask", "dropout_p", "is_causal", "scale", "enable_gqa"];

const attention = native("scaled_dot_product_attention", (given, run) => {
  const found = bound(attended, given);
  const mask = found?.get("attn_mask")?.value ?? null;
  const inputs = found && ["query", "key", "value"].map((name) => found.get(name)?.value);
  const isWhole = inputs?.every((one) => one !== undefined && isKind(one, "tensor"));
  if (!isWhole || (mask !== null && !isKind(mask, "tensor"))) return run.tensor(undefined, given);
  const args = [...found!].filter(([name]) => attended.indexOf(name) > 3).map(([name, one]) => written(name, one));
  const all = [...(inputs as readonly Value[]), ...(mask === null ? [] : [mask])];
  return run.operator("ScaledDotProductAttention", all, args, given)[0] ?? unknown;
});

/** One letter for each axis of each tensor; equal letters are equal sizes. */
const einsum = native("einsum", (given, run) => {
  const [equation, ...tensors] = given.positional;
  const listed = tensors.length === 1 && !isKind(tensors[0]!.value, "tensor");
  const values = listed ? run.items(tensors[0]!.value) : tensors.map(({ value }) => value);
  const isWhole = values?.length && values.every((value) => isKind(value, "tensor"));
  if (typeof equation?.value !== "string" || !isWhole) return run.tensor(undefined, given);
  return run.operator("Einsum", values, [written("equation", equation)], given)[0] ?? unknown;
});

const unfoldAlong = native("unfold", (given, run) => {
  const [tensor, ...rest] = given.positional.map(({ value }) => value);
  const [dim, size, step] = rest.map((value) => (typeof value === "number" ? value : undefined));
  if (tensor === undefined || !isKind(tensor, "tensor")) return unknown;
  const { shape } = tensor as Tensor;
  if (!shape || dim === undefined || size === undefined || !step) return run.tensor(undefined, given);
  const axis = dim < 0 ? dim + shape.length : dim;
  const whole = shape[axis];
  if (whole === undefined) return run.tensor(undefined, given);
  if (isNumber(whole) && whole < size) run.raise("RuntimeError");
  const windows = ceilDiv(add(whole, 1 - size), step);
  return run.tensor([...shape.map((one, k) => (k === axis ? windows : one)), size], given);
});

const oneHot = native("one_hot", (given, run) => {
  const found = bound(["tensor", "num_classes"], given);
  const shape = shapeAt(found, "tensor");
  const classes = found?.get("num_classes")?.value;
  const size = classes === undefined ? undefined : dimOf(classes);
  return run.tensor(shape && [...shape, size === undefined || size === -1 ? Number.NaN : size], given, { whole: true });
});

const repeatInterleave = native("repeat_interleave", (given, run) => {
  const found = bound(["input", "repeats", "dim"], given);
  const shape = shapeAt(found, "input");
  const [repeats, dim] = [found?.get("repeats")?.value, found?.get("dim")?.value];
  if (!shape || typeof repeats !== "number" || typeof dim !== "number") return run.tensor(undefined, given);
  const axis = dim < 0 ? dim + shape.length : dim;
  return run.tensor(
    shape.map((size, k) => (k === axis ? mul(size, repeats) : size)),
    given,
  );
});

export const weighted: readonly Native[] = [
  ...[1, 2, 3].flatMap((axes) => [conv(axes, false), conv(axes, true)]),
  linear,
  embedding,
  pad,
  attention,
  oneHot,
];

export const ofSeveral: readonly Native[] = [einsum, repeatInterleave];
export const ofOne: readonly Native[] = [unfoldAlong, repeatInterleave];
export { sizesIn };
