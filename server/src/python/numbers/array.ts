import { type Float, float, isKind, nowhere, type Run, type Tensor, type Value } from "../values";

/** Small arrays whose numbers are known, in the order in which they lie in memory. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly values: readonly number[];
  /** Whole numbers and truth values, as far as programs count with them. */
  readonly whole: boolean;
  /** Of numpy, which computes with more digits, and gives numbers where torch gives tensors without axes. */
  readonly double: boolean;
}

/** More numbers than these are not worked out. */
export const most = 4096;

export const sizeOf = (shape: readonly number[]): number => shape.reduce((all, size) => all * size, 1);

/** torch keeps what is not whole in half the digits. */
const kept = ({ values, whole, double }: Numbers): readonly number[] =>
  whole || double ? values : values.map(Math.fround);

/** A number by itself as the program gets it from an array. */
export const numberIn = (value: number, whole: boolean): number | Float =>
  whole && Number.isSafeInteger(value) ? value : float(value);

export function asValue(numbers: Numbers): Value {
  const { shape, whole, double } = numbers;
  const values = kept(numbers);
  if (double && !shape.length) return numberIn(values[0]!, whole);
  const numeric = { values, ...(double && { double: true as const }) };
  return { kind: "tensor", shape, node: nowhere, port: 0, ...(whole && { whole: true as const }), ...numeric };
}

/** What is known of a tensor, a number, or numbers in lists; nothing where one of them is not known. */
export function numbersOf(value: Value | undefined, run: Run, double = false): Numbers | undefined {
  if (typeof value === "number" || typeof value === "boolean")
    return { shape: [], values: [Number(value)], whole: true, double };
  if (typeof value !== "object" || value === null) return undefined;
  if (value.kind === "float")
    return value.value === undefined ? undefined : { shape: [], values: [value.value], whole: false, double };
  if (value.kind === "tensor") return ofTensor(value);
  if (value.kind !== "list" && value.kind !== "tuple" && value.kind !== "range") return undefined;
  const items = run.items(value);
  if (!items || items.length > most) return undefined;
  const all: Numbers[] = [];
  // One list may lie in another many times, in more ways than can be gone through.
  for (const item of items) {
    const one = numbersOf(item, run, double);
    const shape = String((all[0] ?? one)?.shape);
    if (!one || String(one.shape) !== shape || items.length * one.values.length > most) return undefined;
    all.push(one);
  }
  const [first] = all;
  const whole = first ? all.every((one) => one.whole) : false;
  return { shape: [all.length, ...(first?.shape ?? [])], values: all.flatMap(({ values }) => values), whole, double };
}

function ofTensor({ shape, values, whole, double }: Tensor): Numbers | undefined {
  if (!values || !shape?.every((size) => typeof size === "number")) return undefined;
  return { shape: shape as readonly number[], values, whole: whole === true, double: double === true };
}

/** Whether it is an array of known numbers, and no number by itself. */
export const isKnownArray = (value: Value | undefined): value is Tensor =>
  value !== undefined && isKind(value, "tensor") && value.values !== undefined;
