import { signed } from "../numbers/index";
import { type Arguments, dimOf, isKind, native, type Run, type Tensor, unknown, type Value } from "../values";
import { bound, shaping, tensorsOf } from "./binding";
import { shapeBy } from "./quiet";

/** What is an operator of its own between two tensors. */
const words: { readonly [op: string]: string } = {
  "+": "Add",
  "-": "Subtract",
  "*": "Multiply",
  "@": "MatMul",
  maximum: "Maximum",
  minimum: "Minimum",
};

/** What gives truth values, one for each pair. */
const compares: ReadonlySet<string> = new Set(
  "< > <= >= == != eq ne lt gt le ge greater less logical_and logical_or".split(" "),
);

const isNumber = (value: Value): boolean => dimOf(value) !== undefined || isKind(value, "float");

/** A sign between two values of which one at least is a tensor. */
export function tensorBinary(op: string, left: Value, right: Value, at: Arguments, run: Run): Value {
  const [of, by] = isKind(left, "tensor") ? [left, right] : [right, left];
  if (!isKind(of, "tensor")) return unknown;
  const known = signed(op, left, right, run);
  if (known !== undefined) return known;
  const isCount = of.whole === true && typeof by === "number" && op !== "/" && op !== "**";
  const whole = compares.has(op) ? { whole: "truth" as const } : isCount ? { whole: true as const } : {};
  // A number changes values, and no shape.
  if (isNumber(by) && op !== "@") return run.tensor(of.shape, at, whole);
  const word = words[op];
  if (by === null)
    return compares.has(op) ? unknown : (run.operator(word ?? "Add", [left, right], [], at)[0] ?? unknown);
  // A text is formatted by what stands behind its sign, and whatever is compared with a tensor is only unlike it.
  const isTold = !compares.has(op) && typeof left !== "string" && typeof right !== "string";
  if (!tensorsOf([left, right], isTold ? op : undefined)) return run.tensor(undefined, at);
  if (word) return run.operator(word, [left, right], [], at)[0] ?? unknown;
  return run.tensor(shapeBy("Add", [of.shape, (by as Tensor).shape], {}, run), at, whole);
}

const functions: { readonly [names: string]: string } = {
  "add add_": "+",
  "sub sub_ subtract": "-",
  "mul mul_ multiply": "*",
  "div div_ divide true_divide": "/",
  maximum: "maximum",
  minimum: "minimum",
  "pow fmod remainder floor_divide atan2 logical_and logical_or logical_xor bitwise_and bitwise_or": "value by value",
  "eq ne lt gt le ge greater less": "==",
};

/** Functions of two tensors, or of one and a number. */
export const binaries = Object.entries(functions).flatMap(([names, op]) =>
  names.split(" ").map((name) =>
    native(name, (given, run) => {
      const found = bound(["input", "other", "alpha", "rounding_mode"], shaping(given));
      const [left, right] = [found?.get("input")?.value, found?.get("other")?.value];
      if (left === undefined || right === undefined) return run.tensor(undefined, given);
      if (!isKind(left, "tensor") && !isKind(right, "tensor")) return unknown;
      return tensorBinary(op, left, right, given, run);
    }),
  ),
);

/** Values of one tensor or another, as a third says. */
export const where = native("where", (given, run) => {
  const found = bound(["condition", "input", "other"], given);
  const values = found && [...found.values()].map(({ value }) => value);
  if (values?.length !== 3) return unknown;
  const tensors = values.filter((value) => isKind(value, "tensor"));
  if (!tensors.length || !values.every((value) => isKind(value, "tensor") || isNumber(value)))
    return run.tensor(undefined, given);
  const [first] = tensors;
  const shape =
    tensors.length === 1
      ? first!.shape
      : shapeBy(
          "Add",
          tensors.map((one) => one.shape),
          {},
          run,
        );
  return run.tensor(shape, given);
});

/** A mask may have axes that the tensor has not. */
export const maskedFill = native("masked_fill", (given, run) => {
  const [of, mask] = given.positional.map(({ value }) => value);
  const named = given.named.get("mask")?.value;
  const by = mask ?? named;
  if (of === undefined || by === undefined || !isKind(of, "tensor") || !isKind(by, "tensor"))
    return run.tensor(undefined, given);
  return run.tensor(shapeBy("Add", [of.shape, by.shape], {}, run), given);
});
