import assert from "node:assert/strict";
import { test } from "node:test";
import { type Dim, isKnown, showDim, symbol } from "../../server/src/core/dim";
import type { Op } from "../../server/src/core/op";
import { fillIn } from "../../server/src/core/param";
import { avgPool1d } from "../../server/src/ops/avg-pool1d";
import { convTranspose1d } from "../../server/src/ops/conv-transpose1d";
import { conv1d } from "../../server/src/ops/conv1d";
import { maxPool1d } from "../../server/src/ops/max-pool1d";
import { upSampling1d } from "../../server/src/ops/up-sampling1d";
import { zeroPad1d } from "../../server/src/ops/zero-pad1d";
import { evaluate } from "../support/evaluate";
import { randomly } from "../support/random";
import { sample } from "../support/sample";

const { below, one, chance } = randomly(1);

interface Call {
  readonly op: Op;
  readonly args: { readonly [name: string]: unknown };
}

/** One call of an operator that slides, stamps or pads, with arguments that somebody might write. */
function anyCall(): Call {
  const op: Op = one([conv1d, conv1d, maxPool1d, avgPool1d, convTranspose1d, zeroPad1d, upSampling1d]);
  const kernel = 1 + below(5);
  const stride = 1 + below(3);
  const args: { [name: string]: unknown } = { out_channels: 4, kernel_size: [kernel], stride: [stride] };
  if (op === conv1d) {
    args["padding"] = one([[below(3)], "same", "valid", "causal"]);
    args["dilation"] = [1 + below(2)];
  } else if (op === convTranspose1d) {
    args["padding"] = one([[below(2)], "same", "valid"]);
    args["output_padding"] = chance(0.5) ? undefined : [below(stride)];
  } else if (op === zeroPad1d) args["padding"] = [below(4) - 1, below(4) - 1];
  else if (op === upSampling1d) args["size"] = [stride];
  else {
    args["padding"] = one([[below(Math.floor(kernel / 2) + 1)], "same"]);
    args["ceil_mode"] = chance(0.3);
  }
  return { op, args: fillIn(op.params, args) };
}

/** The length a chain of calls makes of another; nothing where one of them refuses it. */
function through(calls: readonly Call[], length: Dim): Dim | undefined {
  let x: { readonly [axis: string]: Dim } = { N: 1, C: 4, L: length };
  for (const { op, args } of calls) {
    let refused = false;
    const inferred = op.infer(
      { x },
      args,
      (_constraint: string, holds: string) => {
        refused ||= holds === "no";
      },
      undefined as never,
    );
    if (refused) return undefined;
    x = (inferred as { readonly y: typeof x }).y;
  }
  return x["L"];
}

test("a symbolic size is the concrete one at every size, through thousands of chains of windows", () => {
  const sizes = [1, 2, 3, 5, 8, 13, 31, 32, 33, 64, 97, 224, 255];
  let compared = 0;
  let unknowns = 0;
  const chains = sample(20_000, "chains of windows");
  for (let i = 0; i < chains; i++) {
    const calls = Array.from({ length: 1 + below(6) }, anyCall);
    const symbolic = through(calls, symbol("L"));
    // What certainly refuses every size is not refused by a symbol alone.
    if (symbolic === undefined) continue;
    if (!isKnown(symbolic)) {
      unknowns++;
      continue;
    }
    for (const size of sizes) {
      const concrete = through(calls, size);
      if (concrete === undefined) continue;
      const shown = () => `${calls.map(({ op, args }) => `${op.name} ${JSON.stringify(args)}`).join(", ")} of ${size}`;
      if (evaluate(symbolic, { L: size }) !== concrete)
        assert.fail(`${showDim(symbolic)} is ${evaluate(symbolic, { L: size })}, not ${concrete}: ${shown()}`);
      compared++;
    }
  }
  assert.ok(compared > 5 * chains, `only ${compared} sizes were compared`);
  assert.ok(unknowns < 0.15 * chains, `${unknowns} chains gave nothing that is known`);
});
