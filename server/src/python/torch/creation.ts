import type { Shape } from "../../core/dim";
import { say } from "../../core/message";
import { tensorClass } from "../builtins/types";
import {
  type Arguments,
  dimOf,
  isKind,
  type Native,
  native,
  numberOf,
  type Run,
  type Tensor,
  type Value,
} from "../values";
import { bound, shaping } from "./binding";
import { shapeOf, sizesGiven } from "./sizes";

const sized = (name: string) =>
  native(name, (given, run) => {
    const { positional, named, open } = shaping(given);
    const said = named.get("size");
    const sizes = open ? undefined : sizesGiven(said ? [said] : positional, run);
    return run.tensor(sizes && shapeOf(sizes, run), given);
  });

/** Sizes that stand at a place of their own. */
const sizedAt = (name: string, names: readonly string[], whole = false) =>
  native(name, (given, run) => {
    const found = bound(names, shaping(given));
    const size = found?.get("size") ?? (names[1] === "high" ? found?.get("high") : undefined);
    if (typeof size?.value === "number")
      run.raise("TypeError", say`${name} takes its size as a tuple, and is given a number`);
    const sizes = size && sizesGiven([size], run);
    return run.tensor(sizes && shapeOf(sizes, run), given, whole ? { whole: true } : {});
  });

const counted = (name: string, count: (values: readonly (number | undefined)[]) => number | undefined) =>
  native(name, (given, run) => {
    const { positional, named, open } = shaping(given);
    const values = positional.map(({ value }) => numberOf(value));
    const steps = named.get("steps")?.value;
    if (open || (named.size && steps === undefined)) return run.tensor([Number.NaN], given);
    const size = steps === undefined ? count(values) : numberOf(steps);
    return run.tensor([size ?? Number.NaN], given, name === "linspace" ? {} : { whole: true });
  });

/** From the first to the last, the last left out. */
function range([first, last, step = 1]: readonly (number | undefined)[]): number | undefined {
  const [start, stop] = last === undefined ? [0, first] : [first, last];
  return start === undefined || stop === undefined || !step ? undefined : Math.max(0, Math.ceil((stop - start) / step));
}

/** Data as it is written: numbers in lists of equal length. */
function shapeOfData(value: Value, run: Run): Shape | undefined {
  if (dimOf(value) !== undefined || isKind(value, "float")) return [];
  if (typeof value !== "object" || value === null) return undefined;
  if (value.kind === "tensor") return value.shape;
  if (value.kind !== "list" && value.kind !== "tuple" && value.kind !== "range") return undefined;
  const items = run.items(value);
  if (!items) return undefined;
  if (!items.length) return [0];
  const inner = shapeOfData(items[0]!, run);
  return inner && [items.length, ...inner];
}

const data = (name: string) =>
  native(name, (given, run) => {
    const first = given.positional[0] ?? given.named.get("data");
    return run.tensor(first && shapeOfData(first.value, run), given);
  });

/** Sizes one by one, or data. */
const sizedOrData = (name: string) =>
  native(name, (given, run) => {
    const sizes = given.positional.length && given.positional.every(({ value }) => dimOf(value) !== undefined);
    return (sizes ? sized : data)(name).call(given, run);
  });

/** `torch.Tensor(3, 4)`; it is also asked for by `isinstance`. */
Object.assign(tensorClass, { make: sizedOrData("Tensor").call });

const eye = native("eye", (given, run) => {
  const found = bound(["n", "m"], shaping(given));
  const n = found?.get("n")?.value;
  const m = found?.get("m")?.value ?? n;
  const dims = [n, m].map((one) => (one === undefined ? undefined : dimOf(one)) ?? Number.NaN);
  return run.tensor(dims, given);
});

const typeOf = ({ whole }: Tensor): Pick<Tensor, "whole"> => (whole ? { whole } : {});

const meshgrid = native("meshgrid", (given: Arguments, run: Run) => {
  const values = sizesGiven(given.positional, run)?.map(({ value }) => value);
  const sizes = values?.map((one) => (isKind(one, "tensor") && one.shape?.length === 1 ? one.shape[0]! : undefined));
  const indexing = given.named.get("indexing")?.value ?? "ij";
  if (!sizes || indexing !== "ij" || sizes.some((size) => size === undefined)) return { kind: "unknown" };
  return { kind: "tuple", items: values!.map((one) => run.tensor(sizes as Shape, given, typeOf(one as Tensor))) };
});

/** Tensors that come from nothing but sizes and numbers. */
export const creations: readonly Native[] = [
  ...["zeros", "ones", "rand", "randn", "empty"].map(sized),
  sizedAt("full", ["size", "fill_value"]),
  sizedAt("randint", ["low", "high", "size"], true),
  sizedAt("normal", ["mean", "std", "size"]),
  counted("arange", range),
  counted("randperm", ([n]) => n),
  counted("linspace", ([, , steps]) => steps),
  ...["tensor", "as_tensor", "from_numpy"].map(data),
  ...["FloatTensor", "LongTensor"].map(sizedOrData),
  eye,
  meshgrid,
];
