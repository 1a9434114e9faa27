import { say } from "../core/message";
import { nearest } from "../core/nearest";
import { forwardOf, lasting, type ModelRun, runModel } from "./attempt";
import { Fault } from "./fault";
import { asAsked } from "./inputs/asked";
import { rerunsOf } from "./inputs/rerun";
import { uninitialised } from "./nn/attributes";
import { moduleClass } from "./nn/module-class";
import { inherits, lookUpIn } from "./run/classes";
import type { Machine } from "./run/machine";
import { type Arguments, isKind, type Obj, unknown, type Value } from "./values";

/** A name or an attribute that there is not. */
const missing: ReadonlySet<string> = new Set(["unassigned-name", "unknown-attribute"]);

/** Runs of models in a file. */
const mostRuns = 60;

/** The call of a module; of a model, at the outermost level, its run is kept. */
export function callModule(machine: Machine, of: Obj, given: Arguments, runs: ModelRun[]): Value {
  if (!of.module && inherits(of.class, moduleClass)) throw uninitialised(of, given.span);
  const forward = forwardOf(of);
  if (forward === undefined) {
    if (of.open) return unknown;
    throw withoutForward(of, given);
  }
  const isModel = machine.depth === 0 && machine.making === 0 && runs.length < mostRuns;
  machine.depth++;
  try {
    if (!isModel) return noted(machine, of, machine.call(forward, given));
    const taken = machine.asked ? asAsked(machine.asked, of, given) : given;
    if (machine.training && of.attributes.get("training") === false) learn(machine, of, forward, taken, runs);
    const ran = runModel(machine, of, forward, taken);
    const run = { ...ran, ...rerunsOf(machine, of, taken, ran.exact) };
    runs.push(run);
    if (run.exact.fault) throw run.exact.fault;
    return run.exact.output === undefined ? unknown : noted(machine, of, run.exact.output);
  } finally {
    machine.depth--;
  }
}

/**
 * A model that the program tells to learn no more will have to learn before, so that it is run as it is then too. What
 * the program does with another result than it gets is nothing to go by, nor what it refuses of itself: only what no
 * layer takes is a mistake then, or a name or an attribute that there is not.
 */
function learn(machine: Machine, of: Obj, forward: Value, given: Arguments, runs: ModelRun[]): void {
  let run: ModelRun | undefined;
  machine.learns = true;
  try {
    machine.journal.tried(() => {
      const tried = runModel(machine, of, forward, given);
      run = { ...tried, exact: lasting(tried.exact) };
    });
  } finally {
    machine.learns = false;
  }
  const fault = run?.exact.fault;
  const isOfProgram = fault?.told !== undefined && !missing.has(fault.told.id);
  if (!run || !fault || isOfProgram || fault.hidden) return;
  runs.push(run);
  throw fault;
}

/** A method with nearly the name is what was meant; a container has none. */
function withoutForward({ class: cls, made }: Obj, { span }: Arguments): Fault {
  const methods = [...cls.names].filter(([name, value]) => isKind(value, "function") && !name.startsWith("__"));
  const near = nearest("forward", new Map(methods).keys(), 2);
  const meant = near === undefined ? undefined : cls.names.get(near);
  const place = meant !== undefined && isKind(meant, "function") ? meant.nameSpan : undefined;
  const message = place
    ? say`${cls.name} has no forward and cannot be called; is ${near!} meant to be that?`
    : cls.span
      ? say`${cls.name} has no forward and cannot be called`
      : say`${cls.name} has no forward and cannot be called: call the modules in it one by one`;
  const related = [{ span, message: say`called here` }];
  return new Fault("NotImplementedError", {
    id: "module-without-forward",
    message,
    span: place ?? cls.nameSpan ?? made.callee,
    related,
  });
}

/** Remembers whose result is None, should somebody use it. */
function noted(machine: Machine, of: Obj, result: Value): Value {
  const method = lookUpIn(of.class.order, "forward");
  if (result === null && method !== undefined && isKind(method, "function")) machine.resultless = method;
  return result;
}
