import { forwardOf, lasting, type ModelRun, runModel } from "../attempt";
import type { Fault } from "../fault";
import { partsOf } from "../nn/attributes";
import type { Guard } from "../outermost";
import { argumentsAt } from "../run/calls";
import type { Machine } from "../run/machine";
import type { Obj, Value } from "../values";
import { runAsAsked } from "./asked";
import { type Inferred, inferred } from "./infer";
import { rerunsOf } from "./rerun";

/** Tensors of the file that a model is tried on. */
const mostExamples = 4;

/**
 * Runs models that nobody runs: on what is asked for, else on a tensor of the file, else on what their layers take. Gives
 * those that run on none of these. Faults are told where there is something to put them in.
 */
export function runIdle(
  machine: Machine,
  idle: readonly Obj[],
  runs: ModelRun[],
  guarded: Guard,
  told: Fault[] | undefined,
): readonly Obj[] {
  const left = idle.filter((of) => {
    const tried =
      askedOf(machine, of, guarded, told) ?? triedOn(machine, of, guarded) ?? presumedOf(machine, of, guarded, told);
    if (tried) runs.push(tried);
    return !tried;
  });
  // Who is run on something unknown does as much as can be told with what its layers take.
  for (const of of unseenIn(runs)) {
    const run = askedOf(machine, of, guarded, told) ?? presumedOf(machine, of, guarded, told);
    if (run) runs.unshift(run);
  }
  return left;
}

/** The run of a model on the first tensor of the file that it takes. */
function triedOn(machine: Machine, of: Obj, guarded: Guard): ModelRun | undefined {
  const forward = forwardOf(of);
  let found: ModelRun | undefined;
  for (const example of forward === undefined ? [] : machine.examples.slice(0, mostExamples))
    guarded(() => {
      if (found) return;
      const given = argumentsAt({ span: example.span!, callee: example.span! }, [example]);
      machine.journal.tried(() => {
        machine.depth++;
        const ran = runModel(machine, of, forward!, given);
        machine.depth--;
        const run = { ...ran, exact: lasting(ran.exact) };
        if (!run.exact.fault && isShaped(run.exact.output))
          found = { ...run, ...rerunsOf(machine, of, given, run.exact) };
      });
    });
  return found;
}

/** The run of a model on what somebody asks for; what fails there is told where it is meant for just this model. */
function askedOf(machine: Machine, of: Obj, guarded: Guard, faults: Fault[] | undefined): ModelRun | undefined {
  const { asked } = machine;
  let run: ModelRun | undefined;
  if (asked) guarded(() => (run = runAsAsked(machine, of, asked)), false);
  if (!run?.exact.fault) return run;
  if (!asked?.instead) return undefined;
  faults?.push(run.exact.fault);
  return faults && run;
}

/** The run of a model on what its layers take; what fails there is told where it fails whatever that is. */
function presumedOf(machine: Machine, of: Obj, guarded: Guard, faults: Fault[] | undefined): ModelRun | undefined {
  let found: Inferred | undefined;
  guarded(() => (found = inferred(machine, of)), false);
  if (!found?.fails) return found?.run;
  if (found.run.exact.fault) faults?.push(found.run.exact.fault);
  return faults && found.run;
}

/** Models that ran without a fault, and never on anything of which the shape is known. */
function unseenIn(runs: readonly ModelRun[]): readonly Obj[] {
  const inner = partsOf(runs.map(({ of }) => of));
  const seen = new Set(runs.filter(({ isSized, exact }) => isSized || exact.fault).map(({ of }) => of));
  return [...new Set(runs.map(({ of }) => of))].filter((of) => !seen.has(of) && !inner.has(of));
}

function isShaped(value: Value | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (value.kind === "tuple" || value.kind === "list") return value.items.some(isShaped);
  if (value.kind === "dict") return [...value.entries.values()].some(([, one]) => isShaped(one));
  return value.kind === "tensor" && value.shape !== undefined;
}
