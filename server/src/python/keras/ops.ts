import type { Arg } from "../../core/graph";
import { coreValue } from "../core-value";
import { binaries } from "../torch/arithmetic";
import { bound } from "../torch/binding";
import { dimOf, isKind, list, type Native, native, type Run, type Tensor, unknown, type Value } from "../values";
import { tensorsIn } from "./layers";

/** Pieces as many as a number says, all equal, or that end where a list says. */
const split = native("split", (given, run) => {
  const found = bound(["x", "indices_or_sections", "axis"], given);
  const [x, pieces, axis = 0] = ["x", "indices_or_sections", "axis"].map((name) => found?.get(name)?.value);
  if (!x || !isKind(x, "tensor") || pieces === undefined || typeof axis !== "number") return unknown;
  const whole = x.shape?.at(axis);
  const ends = typeof pieces === "number" ? undefined : run.items(pieces)?.map(dimOf);
  if (typeof whole !== "number" || (typeof pieces !== "number" && !ends?.every((end) => typeof end === "number")))
    return unknown;
  // Of what does not come out even, the backends do not give the same.
  const count = typeof pieces === "number" ? pieces : 0;
  if (count && whole % count) return unknown;
  const cuts = ends
    ? [...(ends as number[]), whole]
    : Array.from({ length: count }, (_, i) => ((i + 1) * whole) / count);
  const sizes = cuts.map((end, i) => end - (cuts[i - 1] ?? 0));
  return list(called("Split", [x], { split_size_or_sections: list(sizes), dim: axis }, given, run));
});

const concatenate = native("concatenate", (given, run) => {
  const found = bound(["xs", "axis"], given);
  const xs = tensorsIn(found?.get("xs")?.value ?? null);
  const axis = found?.get("axis")?.value ?? 0;
  if (!xs?.every((one): one is Tensor => isKind(one, "tensor"))) return unknown;
  return called("Concatenate", xs, { axis }, given, run)[0] ?? unknown;
});

function called(
  word: string,
  inputs: readonly Tensor[],
  args: { readonly [name: string]: Value },
  at: Parameters<Native["call"]>[0],
  run: Run,
): readonly Tensor[] {
  const { span } = at;
  const said = Object.entries(args).map(([name, value]): Arg => ({ name, value: coreValue(value, span) }));
  return run.operator(word, inputs, said, { ...at, positional: inputs.map((value) => ({ value, span })) });
}

/** Functions of `keras.ops`, beside those that are functions of `keras.activations` too. */
export const ops: readonly Native[] = [split, concatenate, ...binaries];
