import type { Shape } from "../../core/dim";
import { say } from "../../core/message";
import {
  type Arguments,
  dimOf,
  type Given,
  isKind,
  type Native,
  native,
  type Run,
  type Tensor,
  unknown,
  type Value,
} from "../values";
import { filled, nativesOf } from "./binding";
import { axisIn, listOf, shapeOf, sizesGiven, sizesIn } from "./sizes";
import { isViewable, moved } from "./strides";

type Take = (tensor: Tensor, sizes: readonly Given[] | undefined, given: Arguments, run: Run) => Value;

/** A tensor, and sizes or axes one by one or in a list. */
const taking = (names: string, word: string, take: Take): readonly Native[] =>
  names.split(" ").map((name) =>
    native(name, (given, run) => {
      const [first, ...rest] = given.positional;
      const tensor = (first ?? given.named.get("input"))?.value;
      if (tensor === undefined || !isKind(tensor, "tensor")) return unknown;
      const said = given.named.get(word);
      const sizes = given.open ? undefined : sizesGiven(rest.length ? rest : said ? [said] : [], run);
      return take(tensor, sizes?.length ? sizes : undefined, given, run);
    }),
  );

/** Called with a type, it only says how the same values are read. */
const isType = ({ value }: Given): boolean =>
  typeof value === "object" &&
  value !== null &&
  !["size", "float", "tensor"].includes(value.kind) &&
  dimOf(value) === undefined;

const laidOut: Take = (tensor, sizes, given, run) => {
  if (!sizes || sizes.some(({ value }) => isKind(value, "starred"))) return run.tensor(undefined, given);
  if (sizes.some(({ value }) => isKind(value, "float") || typeof value === "string")) run.raise("TypeError");
  if (sizes.some(isType)) return run.tensor(undefined, given);
  const shape = { name: "shape", value: listOf(sizes, given.span) };
  return run.operator("Reshape", [tensor], [shape], given)[0] ?? unknown;
};

/** The same values in another shape, where they lie. */
const seen: Take = (tensor, sizes, given, run) => {
  const result = laidOut(tensor, sizes, given, run);
  const to = sizes?.map(({ value }) => value);
  if (tensor.order && to?.every((size) => typeof size === "number") && !isViewable(tensor, to))
    run.raise("RuntimeError", say`view cannot take these axes together, since they have changed places: reshape can`);
  return result;
};

const permuted: Take = (tensor, axes, given, run) => {
  if (!axes) return run.tensor(undefined, given);
  const dims = { name: "dims", value: listOf(axes, given.span) };
  const result = run.operator("Permute", [tensor], [dims], given)[0] ?? unknown;
  const rank = tensor.shape?.length ?? 0;
  const order = axes.map(({ value }) => (typeof value === "number" ? axisIn(value, rank) : undefined));
  return order.every((axis) => axis !== undefined) ? moved(result, tensor, order, run.isPacked(tensor)) : result;
};

const exchanged = nativesOf({
  names: "transpose swapaxes swapdims",
  word: "Transpose",
  tensors: "input",
  args: "dim0 dim1",
  result([output], found, run) {
    const from = found.get("input")!.value;
    const [a, b] = ["dim0", "dim1"].map((name) => found.get(name)?.value);
    if (!output || !isKind(from, "tensor") || typeof a !== "number" || typeof b !== "number") return output ?? unknown;
    const rank = from.shape?.length ?? 0;
    const [first, second] = [axisIn(a, rank)!, axisIn(b, rank)!];
    const order = Array.from({ length: rank }, (_, axis) => (axis === first ? second : axis === second ? first : axis));
    return moved(output, from, order, run.isPacked(from));
  },
});

/** Numbers for every axis, one by one or in a list. */
const numbered =
  (word: string, name: string): Take =>
  (tensor, sizes, given, run) => {
    if (!sizes) return run.tensor(undefined, given);
    // How many axes there are is known without their sizes.
    if (sizes.some(({ value }) => isKind(value, "unknown")))
      return run.tensor(
        sizes.map(({ value }) => (word === "Expand" && value !== -1 && dimOf(value)) || Number.NaN),
        given,
      );
    return run.operator(word, [tensor], [{ name, value: listOf(sizes, given.span) }], given)[0] ?? unknown;
  };

const expanded = numbered("Expand", "size");
const repeated = numbered("Repeat", "repeats");

/** Axes that are not named are kept as they are. */
const tiled: Take = (tensor, sizes, given, run) => {
  const missing = Math.max(0, (tensor.shape?.length ?? 0) - (sizes?.length ?? 0));
  const ones = Array.from({ length: missing }, (): Given => ({ value: 1, span: given.span }));
  return repeated(tensor, sizes && [...ones, ...sizes], given, run);
};

const like = (name: string, give: (tensor: Tensor, shape: Shape, given: Arguments, run: Run) => Value) =>
  native(name, (given, run) => {
    const [tensor, other] = given.positional.map(({ value }) => value);
    if (tensor === undefined || !isKind(tensor, "tensor")) return unknown;
    const shape = other !== undefined && isKind(other, "tensor") ? other.shape : undefined;
    return shape ? give(tensor, shape, given, run) : run.tensor(undefined, given);
  });

/** The sizes of a shape where it is written as an argument. */
const sizes = (shape: Shape, span: Arguments["span"]): readonly Given[] =>
  shape.map((dim) => ({ value: typeof dim === "number" ? dim : { kind: "size", dim }, span }));

const unflatten = native("unflatten", (given, run) => {
  const [tensor, dim, to] = given.positional;
  if (!tensor || !isKind(tensor.value, "tensor")) return unknown;
  const sizes = to ? sizesGiven([to], run) : undefined;
  if (typeof dim?.value !== "number" || !sizes) return run.tensor(undefined, given);
  const args = [filled("dim", dim.value, given), { name: "unflattened_size", value: listOf(sizes, to!.span) }];
  return run.operator("Unflatten", [tensor.value], args, given)[0] ?? unknown;
});

const turned = native("t", ({ positional, ...given }, run) => {
  const [first] = positional;
  if (!first || !isKind(first.value, "tensor")) return unknown;
  return transposed(first.value, { positional, ...given }, run);
});

/** The last two axes change places. */
export function transposed(tensor: Tensor, at: Arguments, run: Run): Value {
  if (!tensor.shape || tensor.shape.length < 2) return tensor;
  return run.operator("Transpose", [tensor], [filled("dim0", -2, at), filled("dim1", -1, at)], at)[0] ?? unknown;
}

const made = (name: string) =>
  native(name, (given, run) => {
    const [tensor, ...rest] = given.positional;
    const said = given.named.get("size");
    const sizes = name === "new_full" ? rest.slice(0, 1) : rest;
    if (!tensor) return unknown;
    return run.tensor(shapeOf(given.open ? undefined : sizesGiven(said ? [said] : sizes, run), run), given);
  });

export const reshapings: readonly Native[] = [
  ...exchanged,
  ...taking("view", "shape", seen),
  ...taking("reshape", "shape", laidOut),
  ...taking("permute", "dims", permuted),
  ...taking("expand broadcast_to", "size", expanded),
  ...taking("repeat", "repeats", repeated),
  ...taking("tile", "dims", tiled),
  like("view_as", (tensor, shape, given, run) => laidOut(tensor, sizes(shape, given.span), given, run)),
  like("reshape_as", (tensor, shape, given, run) => laidOut(tensor, sizes(shape, given.span), given, run)),
  like("expand_as", (tensor, shape, given, run) => expanded(tensor, sizes(shape, given.span), given, run)),
  unflatten,
  turned,
];

export const makers: readonly Native[] = ["new_zeros", "new_ones", "new_empty", "new_full"].map(made);

export { sizesIn };
