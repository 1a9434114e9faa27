import type { Arguments } from "../values";
import { isKind, type Native, native, type Run, type Tensor, tuple, unknown, type Value } from "../values";
import { tensorBinary } from "./arithmetic";
import { type Bound, bound, shaping, written } from "./binding";
import { shapeBy } from "./quiet";
import { axesGiven, axisIn } from "./sizes";

/** The largest or smallest: of all, of pairs, or along one axis with their places. */
const extreme = (name: "max" | "min", word: string) =>
  native(name, (given, run) => {
    const found = bound(["input", "dim", "keepdim"], renamed(given));
    const [input, dim] = [found?.get("input")?.value, found?.get("dim")?.value];
    if (!found || input === undefined || !isKind(input, "tensor")) return unknown;
    if (dim !== undefined && isKind(dim, "tensor")) return tensorBinary(`${name}imum`, input, dim, given, run);
    const args = [...found].filter(([key]) => key !== "input").map(([key, one]) => written(key, one));
    const outputs = run.operator(word, [input], args, given);
    if (dim === undefined) return outputs[0] ?? unknown;
    const [values, places] = outputs;
    return values?.shape && places
      ? { ...tuple([values, { ...places, whole: true }]), names: ["values", "indices"] }
      : unknown;
  });

const renamed = (given: Arguments): Arguments => ({
  ...given,
  named: new Map(
    [...given.named].map(([name, one]) => [name === "axis" ? "dim" : name === "other" ? "dim" : name, one]),
  ),
});

/** One value for many along some axes, or for all of them. */
function shapeAlong(input: Tensor, found: Bound, run: Run): Tensor["shape"] {
  const dim = found.get("dim")?.value;
  const keepdim = found.get("keepdim")?.value ?? false;
  const axes = axesGiven(dim);
  if (typeof keepdim !== "boolean" || (dim !== undefined && dim !== null && !axes)) return undefined;
  return shapeBy("Mean", [input.shape], { keepdim, ...(axes && { dim: axes }) }, run);
}

const reducing = (name: string, names: readonly string[], give: (one: Tensor) => Value = (one) => one) =>
  native(name, (given, run) => {
    const found = bound(names, renamed(shaping(given)));
    const input = found?.get("input")?.value;
    if (!found || input === undefined || !isKind(input, "tensor")) return run.tensor(undefined, given);
    return give(run.tensor(shapeAlong(input, found, run), given, typeIn(name)));
  });

const typeIn = (name: string): Pick<Tensor, "whole"> =>
  name.startsWith("arg") ? { whole: true } : /^a(ll|ny)$/.test(name) ? { whole: "truth" } : {};

const along = ["input", "dim", "keepdim"];
const spread = ["input", "dim", "unbiased", "keepdim", "correction"];

const topk = native("topk", (given, run) => {
  const found = bound(["input", "k", "dim", "largest", "sorted"], given);
  const [input, k] = [found?.get("input")?.value, found?.get("k")?.value];
  if (!found || input === undefined || !isKind(input, "tensor")) return unknown;
  const shape = input.shape;
  const dim = found.get("dim")?.value ?? -1;
  if (!shape?.length || typeof dim !== "number" || typeof k !== "number") return unknown;
  const axis = axisIn(dim, shape.length) ?? run.raise("IndexError");
  const size = shape[axis];
  if (typeof size === "number" && k > size) run.raise("RuntimeError");
  const of = run.tensor(
    shape.map((size, i) => (i === axis ? k : size)),
    given,
  );
  return { ...tuple([of, { ...of, whole: true }]), names: ["values", "indices"] };
});

const sorted = native("sort", (given, run) => {
  const input = given.positional[0]?.value;
  if (input === undefined || !isKind(input, "tensor")) return unknown;
  const of = run.tensor(input.shape, given);
  return { ...tuple([of, { ...of, whole: true }]), names: ["values", "indices"] };
});

export const reductions: readonly Native[] = [
  extreme("max", "Max"),
  extreme("min", "Min"),
  ...["prod", "argmax", "argmin", "all", "any", "nansum", "nanmean"].map((name) => reducing(name, along)),
  reducing("logsumexp", along),
  reducing("norm", ["input", "p", "dim", "keepdim"]),
  ...["std", "var"].map((name) => reducing(name, spread)),
  topk,
  sorted,
];
