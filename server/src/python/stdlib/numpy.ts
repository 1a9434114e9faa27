import { types } from "../builtins/types";
import { asValue } from "../numbers/array";
import { works } from "../numbers/functions";
import { makers } from "../numbers/making";
import { float, native, unknown, type Value } from "../values";
import { math, product } from "./math";

const typesOf = (names: string, type: string) =>
  names.split(" ").map((name): [string, Value] => [name, types.get(type)!]);

/** What numpy works out of numbers that are all known; of all else nothing is known. */
export const numpy: readonly (readonly [string, Value])[] = [
  ...math.filter(([name]) => name !== "gcd" && name !== "isqrt"),
  ...[...works].map(([name, work]) => [name, native(name, (given, run) => work(given, run, true) ?? unknown)] as const),
  ...[...makers].map(([name, make]) => {
    const call = native(name, (given, run) => {
      const made = make(given, run, true);
      return made ? asValue(made) : unknown;
    });
    return [name, call] as const;
  }),
  ["prod", native("prod", (given, run) => works.get("prod")!(given, run, true) ?? product(given, run))],
  ["inf", float(Number.POSITIVE_INFINITY)],
  ...typesOf("int8 int16 int32 int64 int_", "int"),
  ...typesOf("float16 float32 float64", "float"),
];
