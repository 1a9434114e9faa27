import { most, type Numbers, sizeOf } from "./array";

type Sign = (a: number, b: number) => number;

/** Signs and the names of functions that do the same; whether whole numbers give whole numbers. */
const signs: { readonly [names: string]: readonly [Sign, "whole" | "float" | "truth"] } = {
  "+ add": [(a, b) => a + b, "whole"],
  "- sub subtract": [(a, b) => a - b, "whole"],
  "* mul multiply": [(a, b) => a * b, "whole"],
  "/ div divide true_divide": [(a, b) => a / b, "float"],
  "// floor_divide": [(a, b) => Math.floor(a / b), "whole"],
  "% remainder mod": [(a, b) => a - Math.floor(a / b) * b, "whole"],
  "** pow power": [(a, b) => a ** b, "whole"],
  maximum: [Math.max, "whole"],
  minimum: [Math.min, "whole"],
  "< lt less": [(a, b) => Number(a < b), "truth"],
  "> gt greater": [(a, b) => Number(a > b), "truth"],
  "<= le less_equal": [(a, b) => Number(a <= b), "truth"],
  ">= ge greater_equal": [(a, b) => Number(a >= b), "truth"],
  "== eq equal": [(a, b) => Number(a === b), "truth"],
  "!= ne not_equal": [(a, b) => Number(a !== b), "truth"],
};

const bySign: ReadonlyMap<string, readonly [Sign, "whole" | "float" | "truth"]> = new Map(
  Object.entries(signs).flatMap(([names, sign]) => names.split(" ").map((name) => [name, sign] as const)),
);

export const binaryNames: readonly string[] = [...bySign.keys()].filter((name) => /^\w/.test(name));

/** Two arrays value by value, or an array and a number; nothing where their shapes need more than that. */
export function combined(op: string, a: Numbers, b: Numbers): Numbers | undefined {
  const [sign, gives] = bySign.get(op) ?? [];
  const shape = shapeOf(a, b);
  if (!sign || !shape || sizeOf(shape) > most) return undefined;
  const double = a.double || b.double;
  const [m, n] = [a.values.length, b.values.length];
  const values = Array.from({ length: sizeOf(shape) }, (_, i) => sign(a.values[i % m]!, b.values[i % n]!));
  const whole = gives === "truth" || (gives === "whole" && a.whole && b.whole && values.every(Number.isInteger));
  // What is divided by nought is no number that anybody builds a model with.
  return values.every(Number.isFinite) ? { shape, values, whole, double } : undefined;
}

/** The last axes agree, and in front of them the one array has nothing. */
function shapeOf(a: Numbers, b: Numbers): readonly number[] | undefined {
  const [long, short] = a.shape.length < b.shape.length ? [b, a] : [a, b];
  const ending = long.shape.slice(long.shape.length - short.shape.length);
  if (!a.values.length || !b.values.length) return undefined;
  if (String(ending) === String(short.shape)) return long.shape;
  return short.shape.every((size) => size === 1) ? long.shape : undefined;
}
