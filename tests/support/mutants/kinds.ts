import type { Call, Expr, Stmt } from "../../../server/src/python/syntax/ast";
import { calleeOf, type Found, given, type Program } from "./parts";

/** What stands in place of a part of a text. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** All the ways in which a program may be changed by one kind of mistake, in an order that stays. */
type Kind = (program: Program) => readonly (readonly Change[])[];

const put = ({ from, to }: { from: number; to: number }, text: string): Change => ({ from, to, text });
const called = (pattern: RegExp, { calls }: Program): readonly Call[] =>
  calls.filter((call) => pattern.test(calleeOf(call)));

const convolution = /^(Lazy)?Conv(Transpose)?[123]d$/;
const pool = /^(Max|Avg|LP)Pool[123]d$|^(max|avg)_pool[123]d$/;
const activation = /^(ReLU6?|LeakyReLU|GELU|SiLU|Sigmoid|Tanh|Hardswish|PReLU|ELU|Softmax)$/;
const made = /^[A-Z]/;

/** A whole number and others near it, wherever it stands in an argument. */
const numbersIn = (expr: Expr | undefined, { numbers }: Program): readonly Found<"number">[] =>
  expr ? numbers.filter(({ from, to, float }) => !float && from >= expr.from && to <= expr.to) : [];

const others =
  (...of: readonly ((n: number) => number)[]) =>
  (number: Found<"number">): readonly (readonly Change[])[] =>
    [...new Set(of.map((one) => one(number.value)))]
      .filter((n) => n !== number.value && n >= 0)
      .map((n) => [put(number, String(n))]);

/** The number given to a parameter of certain calls becomes another. */
const argument =
  (pattern: RegExp, at: number, name: string, ...of: readonly ((n: number) => number)[]): Kind =>
  (program) =>
    called(pattern, program).flatMap((call) => numbersIn(given(call, at, name), program).flatMap(others(...of)));

const double = (n: number): number => n * 2;
const more = (n: number): number => n + 1;
const less = (n: number): number => n - 1;
const half = (n: number): number => n >> 1;

/** What stands between commas goes, with its comma. */
function without(items: readonly { from: number; to: number }[], at: number): Change {
  const [one, next, before] = [items[at]!, items[at + 1], items[at - 1]];
  return next ? put({ from: one.from, to: next.from }, "") : put({ from: before?.to ?? one.from, to: one.to }, "");
}

const swapped = (a: { from: number; to: number }, b: { from: number; to: number }, { source }: Program) => [
  put(a, source(b)),
  put(b, source(a)),
];

/** Layers that stand side by side. */
const rowsOf = (program: Program): readonly (readonly { from: number; to: number }[])[] =>
  called(/^Sequential$/, program)
    .map(({ args }) => args.filter(({ star }) => !star))
    .filter((args) => args.length > 1);

/** Statements that can go without leaving a gap. */
const simple: ReadonlySet<Stmt["kind"]> = new Set([
  "expression",
  "assign",
  "annotated",
  "augment",
  "return",
  "raise",
  "assert",
  "delete",
]);
const lines = ({ blocks }: Program): readonly Stmt[] =>
  blocks
    .flat()
    .filter((one) => simple.has(one.kind))
    .sort((a, b) => a.from - b.from);

/** What a call is done to: the tensor before the dot, or the first argument of a function. */
function operand({ callee, args }: Call): Expr | undefined {
  const isFunction = callee.kind === "attribute" && callee.of.kind === "name" && /^(torch|F)$/.test(callee.of.id);
  if (isFunction || callee.kind === "name") return args[0]?.value;
  return callee.kind === "attribute" ? callee.of : undefined;
}

const only = (call: Call, program: Program): readonly Change[][] => {
  const of = operand(call);
  return of ? [[put(call, program.source(of))]] : [];
};

const axis =
  (pattern: RegExp, at: number): Kind =>
  (program) =>
    called(pattern, program).flatMap((call) => {
      const isFunction = operand(call) === call.args[0]?.value;
      const dim = given(call, isFunction ? at : at - 1, "dim");
      if (dim?.kind !== "number") return [];
      return others(
        (n) => n + 1,
        less,
        () => 0,
        () => 2,
      )(dim);
    });

const renamed =
  (pattern: RegExp, to: (name: string) => string): Kind =>
  (program) =>
    called(pattern, program).map(({ callee }) => {
      const name = callee.kind === "attribute" ? callee.name : program.source(callee);
      return [put({ from: callee.to - name.length, to: callee.to }, to(name))];
    });

/** By its name: one mistake that people make. */
export const kinds: { readonly [name: string]: Kind } = {
  "channels in": argument(convolution, 0, "in_channels", double, more, half),
  "channels out": argument(convolution, 1, "out_channels", double, more, half),
  kernel: argument(
    convolution,
    2,
    "kernel_size",
    (n) => n + 2,
    more,
    () => 1,
    () => 11,
  ),
  stride: argument(convolution, 3, "stride", more, double, () => 1),
  padding: argument(
    convolution,
    4,
    "padding",
    more,
    () => 0,
    (n) => n + 3,
  ),
  groups: argument(convolution, 6, "groups", more, double),
  pool: argument(pool, 0, "kernel_size", more, double, () => 9),
  "pool stride": argument(pool, 1, "stride", more, double),
  features: argument(/^(Lazy)?Linear$/, 0, "in_features", more, double, half, (n) => n + 64),
  "features out": argument(/^Linear$/, 1, "out_features", more, double, half),
  norm: argument(/^(Batch|Instance)Norm[123]d$/, 0, "num_features", more, double, half),
  "group norm": (program) =>
    called(/^GroupNorm$/, program).flatMap(({ args }) =>
      args.flatMap(({ value }) => numbersIn(value, program).flatMap(others(more, double))),
    ),
  "drop layer": (program) => rowsOf(program).flatMap((row) => row.map((_, at) => [without(row, at)])),
  "swap layers": (program) =>
    rowsOf(program).flatMap((row) => row.slice(1).map((one, at) => swapped(row[at]!, one, program))),
  "drop flatten": (program) => [
    ...called(/^flatten$/, program).flatMap((call) => only(call, program)),
    ...called(/^Flatten$/, program).map((call) => [put(call, "nn.Identity()")]),
  ],
  view: (program) =>
    called(/^(view|reshape)$/, program).flatMap((call) =>
      numbersIn(call, program).flatMap(others(more, double, () => 1)),
    ),
  "drop view": (program) => called(/^(view|reshape)$/, program).flatMap((call) => only(call, program)),
  "rename attribute": ({ blocks }) =>
    blocks.flat().flatMap((one) => {
      const target = one.kind === "assign" ? one.targets[0] : undefined;
      const isOwn = target?.kind === "attribute" && target.of.kind === "name" && target.of.id === "self";
      return isOwn ? [[put({ from: target.to, to: target.to }, "_")]] : [];
    }),
  "rename method": ({ functions, source }) =>
    functions.filter(({ name }) => !/^__/.test(name)).map(({ nameSpan }) => [put(nameSpan, `${source(nameSpan)}_`)]),
  "drop super": (program) => called(/^__init__$/, program).map((call) => [put(call, "pass")]),
  "drop return": ({ blocks, source }) =>
    blocks.flat().flatMap((one) => (one.kind === "return" && one.value ? [[put(one, source(one.value))]] : [])),
  "cat dim": axis(/^(cat|concat|stack)$/, 1),
  "mean dim": axis(/^(mean|sum|squeeze|unsqueeze|softmax|amax|max|chunk|split)$/, 1),
  "flatten from": (program) =>
    called(/^flatten$|^Flatten$/, program).flatMap((call) =>
      call.args.flatMap(({ value }) => (value.kind === "number" ? others(() => 0, more)(value) : [])),
    ),
  "input size": (program) =>
    called(/^(randn|zeros|ones|rand|empty)$/, program).flatMap((call) =>
      numbersIn(call, program).flatMap(others(half, double, less, () => 1)),
    ),
  "input axis": (program) =>
    called(/^(randn|zeros|ones|rand)$/, program).flatMap(({ args }) => {
      const sizes = args.filter(({ value }) => value.kind === "number");
      return sizes.length > 2 ? sizes.map((_, at) => [without(sizes, at)]) : [];
    }),
  "swap arguments": (program) =>
    program.calls.flatMap(({ args }) => {
      const plain = args.filter(({ star, name }) => !star && name === undefined);
      return plain.slice(1, 3).map((one, at) => swapped(plain[at]!, one, program));
    }),
  "drop argument": ({ calls }) => calls.flatMap(({ args }) => args.slice(0, 4).map((_, at) => [without(args, at)])),
  "add argument": ({ calls }) =>
    calls
      .filter((call) => made.test(calleeOf(call)) && !/^Sequential$/.test(calleeOf(call)))
      .map(({ to, args }) => [put({ from: to - 1, to: to - 1 }, args.length ? ", 3" : "3")]),
  "rename argument": ({ calls }) =>
    calls.flatMap(({ args }) => args.flatMap(({ nameSpan, name }) => (nameSpan ? [[put(nameSpan, `${name}s`)]] : []))),
  "list for modules": (program) =>
    called(/^ModuleList$/, program).flatMap((call) =>
      call.args[0] ? [[put(call, program.source(call.args[0]))]] : [],
    ),
  "drop activation": (program) => [
    ...called(activation, program).map((call) => [put(call, "nn.Identity()")]),
    ...called(/^(relu|sigmoid|tanh|gelu|silu|leaky_relu|relu_)$/, program).flatMap((call) => only(call, program)),
  ],
  permute: (program) =>
    called(/^(permute|transpose)$/, program).flatMap(({ args }) => {
      const axes = args.filter(({ value }) => value.kind === "number");
      return axes.slice(1).map((one, at) => swapped(axes[at]!, one, program));
    }),
  upsample: (program) =>
    called(/^(Upsample|interpolate|PixelShuffle|UpsamplingBilinear2d)$/, program).flatMap((call) =>
      numbersIn(call, program).flatMap(others(more, double, () => 1)),
    ),
  "adaptive size": (program) =>
    called(/^Adaptive\w+$|^adaptive_\w+$/, program).flatMap((call) =>
      numbersIn(call, program).flatMap(others(more, double, () => 1)),
    ),
  "other rank": renamed(/^(Conv|BatchNorm|MaxPool|AvgPool|InstanceNorm|Dropout)[12]d$/, (name) =>
    name.replace(/[12]d$/, (rank) => (rank === "1d" ? "2d" : "1d")),
  ),
  transposed: renamed(/^Conv(Transpose)?2d$/, (name) => (name === "Conv2d" ? "ConvTranspose2d" : "Conv2d")),
  "misspelt call": renamed(/^[a-zA-Z]\w{3,}$/, (name) => name.slice(0, -1)),
  "remove line": (program) => lines(program).map((one) => [put(one, "pass")]),
  "swap lines": (program) =>
    program.blocks.flatMap((block) =>
      block.slice(1).flatMap((one, at) => {
        const before = block[at]!;
        return simple.has(one.kind) && simple.has(before.kind) ? [swapped(before, one, program)] : [];
      }),
    ),
  number: ({ numbers }) => numbers.filter(({ float }) => !float).flatMap(others(more, less)),
  operation: ({ operations, text }) =>
    operations.flatMap(({ op, left, right }) => {
      const other = { "//": "/", "/": "//", "*": "+", "+": "-", "-": "+", "@": "*", "%": "//" }[op as string];
      const at = text.indexOf(op, left.to);
      return other && at >= left.to && at < right.from ? [[put({ from: at, to: at + op.length }, other)]] : [];
    }),
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
  "wrong name": ({ functions, calls, source }) =>
    functions.flatMap(({ params, from, to }) => {
      const names = params.map(({ name }) => name);
      const inside = calls.filter((call) => call.from > from && call.to < to);
      return inside.flatMap(({ args }) =>
        args.flatMap(({ value, name }) => {
          const other = value.kind === "name" && names.find((one) => one !== value.id && one !== "self");
          return other && name === undefined && names.includes(source(value)) ? [[put(value, other)]] : [];
        }),
      );
    }),
};
