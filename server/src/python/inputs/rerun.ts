import type { Step } from "../../core/analysis";
import { compare, type Dim, type Shape, symbol } from "../../core/dim";
import type { Reruns } from "../../core/graph";
import { type Attempt, attempt, forwardOf, lasting } from "../attempt";
import { Exhausted, Fault } from "../fault";
import { inWords } from "../graph-rows";
import { modulesIn } from "../nn/attributes";
import type { Machine } from "../run/machine";
import type { Trace } from "../trace";
import { type Arguments, type Given, isKind, type Obj, type Tensor, type Value } from "../values";
import { refusing } from "./refused";

/** What another run of a model came to, of which nothing stays. */
export interface Rerun extends Attempt {
  readonly steps: readonly Step[];
  /** It has used up all that a run may take. */
  readonly exhausted?: true;
}

/** Steps of one run, and calls of operators in all runs of one model. */
const mostSteps = 200_000;
const mostCalls = 60_000;

/** Runs a model again, as it is when the file has come to its end; with the names of its layers where these are asked for. */
export function rerun(machine: Machine, of: Obj, given: () => Arguments, names = false): Rerun {
  const forward = forwardOf(of);
  const none: Rerun = { from: 0, to: 0, steps: [], exhausted: true };
  if (forward === undefined) return none;
  let found = none;
  const { depth, making } = machine;
  const { length } = machine.frames;
  machine.depth = 1;
  machine.making = 0;
  try {
    machine.trace.apart((from) =>
      machine.journal.tried(() =>
        machine.within(mostSteps, () => {
          const run = lasting(attempt(machine, forward, { ...given(), from }));
          const steps = machine.trace.steps.slice(from, run.to);
          found = { ...run, steps: names ? named(steps, machine.trace, of) : steps };
        }),
      ),
    );
  } catch (fault) {
    if (!(fault instanceof Exhausted || fault instanceof RangeError || fault instanceof Fault)) throw fault;
  }
  machine.depth = depth;
  machine.making = making;
  machine.frames.length = length;
  return found;
}

type Sized = Given & { readonly value: Tensor & { readonly shape: Shape } };
const isSized = (given: Given): given is Sized => isKind(given.value, "tensor") && given.value.shape !== undefined;

/** The runs of a model with other images than it was called with; nothing where it reads none, or several that differ. */
export function rerunsOf(machine: Machine, of: Obj, given: Arguments, known: Attempt): { readonly reruns?: Reruns } {
  const tensors = [...given.positional, ...given.named.values()].filter(isSized);
  const images = tensors.map(({ value }) => value.shape).filter((shape) => shape.length > 3);
  const [first] = images;
  if (!first || images.some((shape) => String(shape.slice(2)) !== String(first.slice(2)))) return {};
  let left = mostCalls;
  const again = (sizes: readonly Dim[], names = false): Rerun => {
    const run = rerun(machine, of, () => resized(machine, given, sizes), names);
    left -= run.steps.length + 1;
    if (run.exhausted) left = -1;
    return run;
  };
  let refused: ((side: number) => boolean) | undefined;
  const isRefused = (side: number): boolean => {
    refused ??= refusing(
      machine,
      { ...known, steps: machine.trace.steps.slice(known.from, known.to) },
      again(first.slice(2).map((_, axis) => symbol(`side${axis}`))),
    );
    return refused(side);
  };
  const reruns: Reruns = {
    image: first.slice(2),
    at(sizes) {
      if (left < 0) return undefined;
      const [side] = sizes;
      if (known.fault && typeof side === "number" && sizes.every((one) => one === side) && isRefused(side))
        return undefined;
      const run = again(sizes, typeof side !== "number");
      return run.fault || run.exhausted || hasLost(first[0]!, run.output) ? undefined : run.steps;
    },
    isExhausted: () => left < 0,
  };
  return { reruns };
}

function resized(machine: Machine, given: Arguments, sizes: readonly Dim[]): Arguments {
  const other = (one: Given): Given => {
    if (!isSized(one) || one.value.shape.length <= 3) return one;
    const { span, shape, whole } = one.value;
    const input = machine.trace.input("", [...shape.slice(0, 2), ...sizes], span ?? one.span);
    return { ...one, value: { ...input, ...(whole && { whole }) } };
  };
  const named = new Map([...given.named].map(([name, one]) => [name, other(one)]));
  return { ...given, positional: given.positional.map(other), named };
}

/** Whether it certainly gives another number of images than it gets. */
export function hasLost(images: Dim, output: Value | undefined): boolean {
  if (output === undefined || output === null || typeof output !== "object") return false;
  if (output.kind === "tuple" || output.kind === "list") return hasLost(images, output.items[0]);
  return output.kind === "tensor" && !!output.shape?.length && compare(output.shape[0]!, images) === "no";
}

/** With the names that layers have in the model. */
function named(steps: readonly Step[], { layers }: Trace, of: Obj): readonly Step[] {
  const paths = new Map(modulesIn(of).map(([path, one]) => [one, path]));
  return steps.map((step) => {
    const layer = layers.get(step.node.id);
    const label = layer && paths.get(layer);
    return label ? { ...step, node: { ...step.node, label: inWords(label, step.node.op) } } : step;
  });
}
