import { batch } from "../../core/batch";
import { canEqual, type Dim, type Shape, symbol } from "../../core/dim";
import { evaluate } from "../../core/period";
import { type Attempt, forwardOf, lasting, type ModelRun, runModel } from "../attempt";
import type { Machine } from "../run/machine";
import { type Arguments, type Given, isKind, type Obj } from "../values";
import { type Equation, equationsIn } from "./equations";
import { inputsOf } from "./needed";
import { failsAlike, refusing } from "./refused";
import { hasLost, type Rerun, rerun, rerunsOf } from "./rerun";
import { type Wanted, wantedBy } from "./wanted";

/** What a model that nobody runs does with an input that its first layers take. */
export interface Inferred {
  readonly run: ModelRun;
  /** It fails, whatever its images are. */
  readonly fails: boolean;
}

/** Sides of images as people have them, the usual first. */
const usual = [224, 32, 28, 64, 128, 256, 96, 48, 299, 227, 84, 160, 192, 112, 512, 40, 56, 16, 100, 105, 320];
const small = [1, 4, 7, 8];
/** Sides for which it is worked out whether a layer gets what it says. */
const largest = 1024;
/** Runs of one model at most. */
const most = 24;

export function inferred(machine: Machine, of: Obj): Inferred | undefined {
  const forward = forwardOf(of);
  const inputs = inputsOf(of);
  if (forward === undefined || !inputs?.length) return undefined;
  const wanted = wantedOf(machine, of, inputs);
  if (!wanted) return undefined;
  const given = (images: Dim, sides: readonly Dim[]) => argumentsFor(machine, of, inputs, wanted, images, sides);
  const at = (images: Dim, sides: readonly Dim[]): Rerun => rerun(machine, of, () => given(images, sides));
  const settled = (side: number, fails: boolean): Inferred => {
    const arguments_ = given(1, [side, side, side]);
    let run: ModelRun | undefined;
    machine.journal.tried(() => {
      machine.depth++;
      const ran = runModel(machine, of, forward, arguments_);
      run = { ...ran, exact: lasting(ran.exact) };
      machine.depth--;
    });
    return { run: { ...run!, presumed: true, ...rerunsOf(machine, of, arguments_, run!.exact) }, fails };
  };
  const runs = (side: number): Rerun => at(1, [side, side, side]);
  const fits = (run: Rerun): boolean => !run.fault && !run.exhausted && !hasLost(1, run.output);
  // What is drawn from noise begins with one pixel, or a few.
  const sides = [...wanted.values()].some(({ enlarges }) => enlarges) ? [...small, ...usual] : usual;
  const [first = 1] = sides;
  let furthest = { side: first, run: runs(first) };
  if (fits(furthest.run)) return settled(first, false);
  const any = ["H", "W", "D"].map(symbol);
  const open = at(batch, any);
  const equations = open.exhausted ? [] : equationsIn(open.steps, machine.trace.vocabulary);
  const alike = at(1, any);
  let isRefused = refusing(machine, furthest.run, alike);
  for (const side of candidates(equations, sides).slice(0, most)) {
    if (isRefused(side)) continue;
    const run = runs(side);
    if (fits(run)) return settled(side, false);
    if (run.steps.length <= furthest.run.steps.length) continue;
    furthest = { side, run };
    isRefused = refusing(machine, run, alike);
  }
  const never = equations.find(({ size, stated }) => canEqual(size, stated) === "no");
  if (!failsAlways(open, never, furthest.run)) return undefined;
  // What a layer takes that reads it first is certain; not so what has been made of it before.
  if (![...wanted.values()].every(({ directly }) => directly) || furthest.run.exhausted) return undefined;
  if (never) return settled(furthest.side, true);
  const alone = rerun(machine, of, () => withoutBatch(given(1, any)));
  return alone.fault ? settled(furthest.side, true) : undefined;
}

/** Whether what fails in a run fails for images of any size, be it since a layer never gets what it says. */
function failsAlways(open: Rerun, never: Equation | undefined, run: Rerun): boolean {
  if (!run.fault || open.exhausted) return false;
  return never ? run.steps.length === never.at + 1 : failsAlike(open, run);
}

function candidates(equations: readonly Equation[], likely: readonly number[]): readonly number[] {
  if (!equations.length) return likely;
  const holds = (side: number): boolean => equations.every(({ size, stated }) => evaluate(size, side) === stated);
  const sides = Array.from({ length: largest }, (_, i) => i + 1).filter(holds);
  return sides.length ? [...likely.filter((side) => sides.includes(side)), ...sides] : likely.slice(0, 4);
}

function wantedOf(
  machine: Machine,
  of: Obj,
  inputs: readonly Pick<Given, "span">[],
): ReadonlyMap<number, Wanted> | undefined {
  let first = 0;
  const run = rerun(machine, of, () => {
    first = machine.trace.length;
    const positional = inputs.map(({ span }): Given => {
      const at = { ...argumentsOf(of, []), span, callee: span };
      return { span, value: machine.trace.made(undefined, at, {}) };
    });
    return argumentsOf(of, positional);
  });
  const nodes = run.steps.map(({ node }) => node);
  const found = wantedBy(
    nodes,
    inputs.map((_, i) => first + i),
    machine.trace.vocabulary,
  );
  const wanted = new Map([...found].map(([probe, one]) => [probe - first, one]));
  return wanted.size === inputs.length ? wanted : undefined;
}

const argumentsOf = (of: Obj, positional: readonly Given[]): Arguments => ({
  ...of.made,
  positional,
  named: new Map(),
  open: false,
});

function argumentsFor(
  machine: Machine,
  of: Obj,
  inputs: readonly Pick<Given, "span">[],
  wanted: ReadonlyMap<number, Wanted>,
  images: Dim,
  sides: readonly Dim[],
): Arguments {
  const positional = inputs.map(({ span }, i): Given => {
    let next = 0;
    const shape: Shape = wanted
      .get(i)!
      .axes.map((axis) => (axis === "N" ? images : axis === "side" ? sides[next++]! : axis));
    return { span, value: machine.trace.input("", shape, span) };
  });
  return argumentsOf(of, positional);
}

/** The same images one by one, as layers for images take them too. */
function withoutBatch(given: Arguments): Arguments {
  const alone = ({ value, span }: Given): Given =>
    isKind(value, "tensor") && value.shape
      ? { span, value: { ...value, shape: value.shape.slice(1), node: -1 } }
      : { value, span };
  return { ...given, positional: given.positional.map(alone) };
}

export type { Attempt };
