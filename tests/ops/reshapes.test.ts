import assert from "node:assert/strict";
import { test } from "node:test";
import { inferCall, remember } from "../../server/src/analysis/infer";
import { named } from "../../server/src/core/axes";
import { type Dim, isKnown, mul, type Shape, showShape, symbol } from "../../server/src/core/dim";
import type { Op } from "../../server/src/core/op";
import { fillIn } from "../../server/src/core/param";
import { chunk } from "../../server/src/ops/chunk";
import { flatten } from "../../server/src/ops/flatten";
import { mean } from "../../server/src/ops/mean";
import { narrow } from "../../server/src/ops/narrow";
import { permute } from "../../server/src/ops/permute";
import { pixelShuffle } from "../../server/src/ops/pixel-shuffle";
import { pixelUnshuffle } from "../../server/src/ops/pixel-unshuffle";
import { reshape } from "../../server/src/ops/reshape";
import { split } from "../../server/src/ops/split";
import { squeeze } from "../../server/src/ops/squeeze";
import { unflatten } from "../../server/src/ops/unflatten";
import { unfold } from "../../server/src/ops/unfold";
import { evaluate } from "../support/evaluate";
import { randomly } from "../support/random";
import { sample } from "../support/sample";

const { below, one, chance } = randomly(7);
const memory = remember("channels-first");

type Sizes = { readonly [symbol: string]: number };
type Args = { readonly [name: string]: unknown };

interface Call {
  readonly op: Op;
  readonly args: Args;
}

const isNumber = (dim: Dim): boolean => typeof dim === "number";
const axisIn = (shape: Shape): number => below(shape.length) - (chance(0.3) ? shape.length : 0);
const shuffled = <T>(all: readonly T[]): readonly T[] =>
  all
    .map((item) => [below(1000), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

/** Sizes that mostly hold the values of some axes: some of these multiplied, halved or handed over, and one left open. */
function layout(shape: Shape): Shape {
  const sizes: Dim[] = [];
  for (const size of chance(0.3) ? shuffled(shape) : shape)
    if (sizes.length && chance(0.4)) sizes.push(mul(sizes.pop()!, size));
    else if (typeof size === "number" && size % 2 === 0 && chance(0.3)) sizes.push(2, size / 2);
    else sizes.push(size);
  const open = sizes.findIndex((size) => !isNumber(size));
  if (chance(0.8)) sizes[open >= 0 && chance(0.7) ? open : below(sizes.length)] = -1;
  return chance(0.2) ? [...sizes, 1 + below(4)] : sizes.filter((size) => isKnown(size));
}

/** One call with arguments that somebody might write for a tensor of that shape. */
function anyCall(shape: Shape): Call {
  const op: Op = one([
    ...[reshape, reshape, reshape, unflatten, chunk, split, narrow, permute, flatten, mean, squeeze],
    ...(shape.length === 4 ? [pixelShuffle, pixelUnshuffle, unfold] : []),
  ]);
  const dim = axisIn(shape);
  const each = (value: number) => [value, value];
  const args: { readonly [name: string]: () => Args } = {
    Reshape: () =>
      chance(0.3) ? { shape: layout(shape.slice(1)), keeps_batch: true } : { shape: layout(shape), keeps_batch: false },
    Unflatten: () => ({ dim, unflattened_size: shuffled([-1, 1 + below(3), 1 + below(3)]).slice(below(2)) }),
    Chunk: () => ({ dim, chunks: 1 + below(4) }),
    Split: () => ({ dim, split_size_or_sections: one<unknown>([1 + below(5), [2, 3], [4, 4], shape.at(dim)]) }),
    Narrow: () => ({ dim, start: below(5) - 2, length: below(4) }),
    Permute: () => ({ dims: shuffled(shape.map((_, axis) => axis)) }),
    Flatten: () => ({ start_dim: below(2), end_dim: -1 }),
    Mean: () => ({ dim: chance(0.5) ? dim : [dim], keepdim: chance(0.5) }),
    Squeeze: () => (chance(0.5) ? {} : { dim }),
    PixelShuffle: () => ({ upscale_factor: 1 + below(3) }),
    PixelUnshuffle: () => ({ downscale_factor: 1 + below(3) }),
    Unfold: () => ({ kernel_size: each(1 + below(3)), stride: each(1 + below(2)), padding: each(below(2)) }),
  };
  return { op, args: fillIn(op.params, args[op.name]!()) };
}

/** What comes of a call; nothing where the operator refuses it. */
function outputsOf({ op, args }: Call, shape: Shape): readonly Shape[] | undefined {
  const { broken, outputs } = inferCall(op, { x: named(op.inputs.x, shape, "channels-first") }, args, memory);
  return broken.length ? undefined : outputs;
}

const isKnownAll = (shape: Shape): boolean => shape.every(isKnown);
const at = (shape: Shape, sizes: Sizes): Shape => shape.map((size) => evaluate(size, sizes));

/** The same call with numbers in place of symbols. */
const callAt = ({ op, args }: Call, sizes: Sizes): Call => {
  const settle = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(settle)
      : typeof value === "object" && value !== null && "terms" in value
        ? evaluate(value as Dim, sizes)
        : value;
  return { op, args: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, settle(value)])) };
};

const values: readonly Sizes[] = Array.from({ length: 12 }, () => ({
  N: 1 + below(6),
  H: 1 + below(13),
  W: one([1, 4, 6, 12, 35]),
}));

test("laid out, cut or reduced, a symbolic shape is the concrete one at every size, through chains of calls", () => {
  const [N, H, W] = [symbol("N"), symbol("H"), symbol("W")];
  let compared = 0;
  let refused = 0;
  const runs = sample(2_000, "chains of calls that lay out, cut or reduce");
  for (let run = 0; run < runs; run++) {
    let shape: Shape = one<Shape>([
      [N, 16, 5, 5],
      [N, 12, H, W],
      [N, mul(H, 4), mul(W, 2)],
      [N, 36, mul(H, 2), 6],
      [N, 64],
    ]);
    // The sizes at which every call so far is one that the framework takes.
    let open = values.map((sizes) => ({ sizes, shape: at(shape, sizes) }));
    for (let step = 0; step < 3 && isKnownAll(shape) && shape.length && open.length; step++) {
      const call = anyCall(shape);
      const symbolic = outputsOf(call, shape);
      const shown = () => `${call.op.name} ${JSON.stringify(call.args, show)} of ${showShape(shape)}`;
      const concrete = open.map(({ sizes, shape }) => ({ sizes, outputs: outputsOf(callAt(call, sizes), shape) }));
      const taken = concrete.filter(({ outputs }) => outputs);
      if (!symbolic) {
        refused++;
        for (const { sizes } of taken) assert.fail(`${shown()} is refused, but not at ${JSON.stringify(sizes)}`);
        break;
      }
      const port = symbolic.length ? below(symbolic.length) : -1;
      for (const { sizes, outputs } of taken)
        for (const [i, output] of outputs!.entries()) {
          if (!symbolic.length) break;
          const expected: Shape | undefined = symbolic[i];
          if (!expected) assert.fail(`${shown()} gives more than ${symbolic.length} at ${JSON.stringify(sizes)}`);
          assert.equal(expected.length, output.length, shown());
          expected.forEach((size, k) => {
            if (!isKnown(size)) return;
            compared++;
            if (evaluate(size, sizes) !== output[k])
              assert.fail(`${shown()} is ${showShape(expected)}, not ${showShape(output)} at ${JSON.stringify(sizes)}`);
          });
        }
      if (port < 0) break;
      shape = symbolic[port]!;
      open = taken.flatMap(({ sizes, outputs }) => (outputs![port] ? [{ sizes, shape: outputs![port]! }] : []));
    }
  }
  assert.ok(compared > 25 * runs, `only ${compared} sizes were compared`);
  assert.ok(refused > runs / 40, `only ${refused} calls were refused whatever the sizes`);
});

const show = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "terms" in value ? showShape([value as Dim]) : value;
