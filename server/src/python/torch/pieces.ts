import { say } from "../../core/message";
import type { Arguments } from "../values";
import { isKind, native, type Run, type Tensor, tuple, unknown, type Value } from "../values";
import { bound, filled, isOther, noTensor, several, written } from "./binding";
import { numberAt } from "./functions";
import { axisIn } from "./sizes";

const most = 256;

/** Some tensors as one list or tuple; nothing where it is not known how many. */
function tensorsIn(value: Value | undefined, run: Run, name = ""): readonly Value[] | undefined {
  if (name && value !== undefined && isKind(value, "tensor"))
    run.raise("TypeError", say`${name} takes a list of tensors, and is given one`);
  if (value === undefined || value === null || typeof value !== "object" || isKind(value, "tensor")) return undefined;
  const items = run.items(value);
  return items?.some((item) => isKind(item, "starred")) ? undefined : items;
}

const isEmpty = (value: Value): boolean => isKind(value, "tensor") && value.shape?.length === 1 && value.shape[0] === 0;

const concat = (name: string) =>
  native(name, (given, run) => {
    const found = bound(["tensors", "dim"], renamed(given));
    const all = tensorsIn(given.positional[0]?.value ?? found?.get("tensors")?.value, run, name);
    if (found && all?.length === 0) run.raise("RuntimeError", say`${name} has no tensors to join`);
    if (found && !found.has("tensors") && !given.positional.length) run.raise("TypeError");
    const other = found && all?.find(isOther);
    if (other !== undefined) throw noTensor(name, other);
    if (!found || !all?.length || all.some((one) => one !== null && !isKind(one, "tensor")))
      return run.tensor(undefined, given);
    // torch passes over what is nothing at all.
    const some = all.filter((one) => !isEmpty(one));
    const dim = found.get("dim");
    return run.operator("Concat", some, [dim ? written("dim", dim) : filled("dim", 0, given)], given)[0] ?? unknown;
  });

/** `axis` and `dim` are the same. */
const renamed = (given: Arguments): Arguments => {
  const axis = given.named.get("axis");
  if (!axis) return given;
  return { ...given, named: new Map([...given.named].map(([name, one]) => [name === "axis" ? "dim" : name, one])) };
};

const stack = native("stack", (given, run) => {
  const found = bound(["tensors", "dim"], renamed(given));
  const all = tensorsIn(found?.get("tensors")?.value, run);
  const dim = found && numberAt(found, "dim", 0);
  if (!all?.length || dim === undefined || !all.every((one) => isKind(one, "tensor")))
    return run.tensor(undefined, given);
  const arg = filled("dim", dim, given);
  const raised = all.map((one) => run.operator("Unsqueeze", [one], [arg], given)[0] ?? unknown);
  return run.operator("Concat", raised, [arg], given)[0] ?? unknown;
});

const split = (name: string) =>
  native(name, (given, run) => {
    const word = "split_size_or_sections";
    const given_ = {
      ...given,
      named: new Map([...given.named].map(([key, one]) => [/^split_size/.test(key) ? word : key, one])),
    };
    const found = bound(["input", word, "dim"], given_);
    const [input, size] = [found?.get("input")?.value, found?.get(word)];
    if (!found || !size || input === undefined || !isKind(input, "tensor")) return unknown;
    const dim = found.get("dim");
    const args = [written(word, size), dim ? written("dim", dim) : filled("dim", 0, given)];
    return several(run.operator("Split", [input], args, given));
  });

/** One position of an axis, which goes. */
export function taken(of: Tensor, axis: number, index: number, at: Arguments, run: Run): Tensor {
  const args = [filled("dim", axis, at), filled("start", index, at), filled("length", 1, at)];
  const [one = of] = run.operator("Narrow", [of], args, at);
  return run.operator("Squeeze", [one], [filled("dim", axis, at)], at)[0] ?? one;
}

const unbind = native("unbind", (given, run) => {
  const found = bound(["input", "dim"], given);
  const input = found?.get("input")?.value;
  const dim = found && numberAt(found, "dim", 0);
  if (input === undefined || dim === undefined || !isKind(input, "tensor") || !input.shape) return unknown;
  const axis = axisIn(dim, input.shape.length);
  const size = axis === undefined ? undefined : input.shape[axis];
  if (axis === undefined || typeof size !== "number" || !(size <= most)) return unknown;
  return tuple(Array.from({ length: size }, (_, i) => taken(input, axis, i, given, run)));
});

const select = native("select", (given, run) => {
  const found = bound(["input", "dim", "index"], given);
  const input = found?.get("input")?.value;
  const [dim, index] = [found && numberAt(found, "dim", 0), found && numberAt(found, "index", 0)];
  if (input === undefined || !isKind(input, "tensor")) return unknown;
  const axis = dim === undefined || !input.shape ? undefined : axisIn(dim, input.shape.length);
  if (axis === undefined || index === undefined) return run.tensor(undefined, given);
  return taken(input, axis, index, given, run);
});

export const joins = [...["cat", "concat", "concatenate"].map(concat), stack];
export const cuts = [split("split"), split("split_with_sizes"), unbind, select];
