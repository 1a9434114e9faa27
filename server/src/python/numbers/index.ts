import {
  type Arguments,
  firstOf,
  isKind,
  type Native,
  native,
  type Run,
  type Tensor,
  unknown,
  type Value,
} from "../values";
import { combined } from "./arithmetic";
import { asValue, isKnownArray, type Numbers, numbersOf, sizeOf } from "./array";
import { works } from "./functions";
import { makers } from "./making";

export { isKnownArray } from "./array";

/** Some numbers are worked out in one step. */
function count(given: readonly (Value | undefined)[], run: Run): void {
  for (const value of given) {
    const { length } = (isKnownArray(value) && value.values) || [];
    if (length) run.step(length >> 3);
  }
}

/** Changed in place, it holds other numbers than before. */
export function forget(value: Value | undefined): void {
  if (isKnownArray(value)) delete (value as { values?: unknown }).values;
}

/** A function of torch or a method of tensors, which works out numbers where all that it is given are known. */
export function counting(of: Native): Native {
  if (/[^_]_$/.test(of.name))
    return native(of.name, (given, run) => {
      forget(given.positional[0]?.value);
      return of.call(given, run);
    });
  const [work, make] = [works.get(of.name), makers.get(of.name)];
  if (!work && !make) return of;
  return native(of.name, (given, run) => {
    if (make) {
      const made = make(given, run, false);
      return made ? asTensor(made, given, run) : of.call(given, run);
    }
    const values = [...given.positional, ...given.named.values()].map(({ value }) => value);
    const isKnown = values.some(isKnownArray);
    count(values, run);
    return (isKnown ? work!(given, run, false) : undefined) ?? of.call(given, run);
  });
}

/** It has a place of its own, as any tensor that is made. */
function asTensor(made: Numbers, given: Arguments, run: Run): Value {
  const value = asValue(made) as Tensor;
  count([value], run);
  return run.tensor(value.shape, given, { values: value.values!, ...(value.whole && { whole: true }) });
}

/** A method that only arrays of known numbers have. */
export function methodOfNumbers(tensor: Tensor, name: string, of: Native | undefined): Native | undefined {
  const work = tensor.values && works.get(name);
  if (!work) return of;
  return native(name, (given, run) => {
    count([tensor], run);
    return firstOf(work(given, run, tensor.double === true), of?.call(given, run), unknown)!;
  });
}

/** A sign between two of which all numbers are known, and one is an array. */
export function signed(op: string, left: Value, right: Value, run: Run): Value | undefined {
  if (!isKnownArray(left) && !isKnownArray(right)) return undefined;
  count([left, right], run);
  const [a, b] = [numbersOf(left, run), numbersOf(right, run)];
  const made = a && b && combined(op, a, b);
  return made && asValue(made);
}

/** Some of the first axis. */
export function numbersAt(tensor: Tensor, index: Value, run: Run): Value | undefined {
  const of = tensor.values && numbersOf(tensor, run);
  const [size, ...rest] = of?.shape ?? [];
  if (!of || size === undefined) return undefined;
  const step = sizeOf(rest);
  const at = (i: number): readonly number[] => of.values.slice(i * step, (i + 1) * step);
  if (typeof index === "number") {
    const i = index < 0 ? index + size : index;
    return i >= 0 && i < size ? asValue({ ...of, shape: rest, values: at(i) }) : undefined;
  }
  const places = isKind(index, "slice") ? run.items(run.item(rangeOf(size), index)) : undefined;
  if (!places?.every((one) => typeof one === "number")) return undefined;
  return asValue({ ...of, shape: [places.length, ...rest], values: places.flatMap(at) });
}

const rangeOf = (stop: number): Value => ({ kind: "range", start: 0, stop, step: 1 });
