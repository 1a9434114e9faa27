import type { Stmt } from "../../../../server/src/python/syntax/ast";
import type { Program } from "../parts";
import { double, half, isSimple, type Kinds, less, more, others, put, swapped } from "./kind";

const lines = ({ blocks }: Program): readonly Stmt[] =>
  blocks
    .flat()
    .filter(isSimple)
    .sort((a, b) => a.from - b.from);

/** Mistakes in statements, and in what is worked out. */
export const statements: Kinds = {
  "rename attribute": ({ blocks }) =>
    blocks.flat().flatMap((one) => {
      const target = one.kind === "assign" ? one.targets[0] : undefined;
      const isOwn = target?.kind === "attribute" && target.of.kind === "name" && target.of.id === "self";
      return isOwn ? [[put({ from: target.to, to: target.to }, "_")]] : [];
    }),
  "rename method": ({ functions, source }) =>
    functions.filter(({ name }) => !/^__/.test(name)).map(({ nameSpan }) => [put(nameSpan, `${source(nameSpan)}_`)]),
  "drop return": ({ blocks, source }) =>
    blocks.flat().flatMap((one) => (one.kind === "return" && one.value ? [[put(one, source(one.value))]] : [])),
  "remove line": (program) => lines(program).map((one) => [put(one, "pass")]),
  "swap lines": (program) =>
    program.blocks.flatMap((block) =>
      block.slice(1).flatMap((one, at) => {
        const before = block[at]!;
        return isSimple(one) && isSimple(before) ? [swapped(before, one, program)] : [];
      }),
    ),
  condition: ({ blocks, source }) =>
    blocks
      .flat()
      .flatMap((one) =>
        one.kind === "if" ? one.branches.slice(0, 1).map(({ test }) => [put(test, `not (${source(test)})`)]) : [],
      ),
  default: ({ functions, text }) =>
    functions.flatMap(({ params }) =>
      params.flatMap((one) => {
        const value = one.default;
        if (!value) return [];
        if (value.kind === "number" && !value.float) return others(more, double, half)(value);
        if (value.kind !== "constant") return [];
        return [[put(value, { True: "False", False: "True", None: "1" }[text.slice(value.from, value.to)] ?? "None")]];
      }),
    ),
  number: ({ numbers }) => numbers.filter(({ float }) => !float).flatMap(others(more, less)),
  operation: ({ operations, text }) =>
    operations.flatMap(({ op, left, right }) => {
      const other = { "//": "/", "/": "//", "*": "+", "+": "-", "-": "+", "@": "*", "%": "//" }[op as string];
      const at = text.indexOf(op, left.to);
      return other && at >= left.to && at < right.from ? [[put({ from: at, to: at + op.length }, other)]] : [];
    }),
};
