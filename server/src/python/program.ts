import type { Memories } from "../analysis/infer-graph";
import { say } from "../core/message";
import { nearest } from "../core/nearest";
import type { PythonFiles } from "../core/python-class";
import { budgetOfImports, runApart } from "./apart";
import { forwardOf, type ModelRun, runModel } from "./attempt";
import { giving } from "./builtins/functions";
import type { OtherFiles } from "./elsewhere";
import { Exhausted, Fault } from "./fault";
import { type AskedInput, asAsked, runAsAsked } from "./inputs/asked";
import { type Inferred, inferred } from "./inputs/infer";
import { rerunsOf } from "./inputs/rerun";
import { LazyNames } from "./lazy-names";
import { isModule, modulesIn, uninitialised } from "./nn/attributes";
import { moduleClass } from "./nn/module-class";
import { argumentsAt } from "./run/calls";
import { inherits, lookUpIn } from "./run/classes";
import { Interpreter, type World } from "./run/interpreter";
import type { Machine } from "./run/machine";
import { allNamesOf } from "./run/names";
import { scopeIn } from "./run/scope";
import type { Module, Stmt } from "./syntax/ast";
import { Trace } from "./trace";
import { type Arguments, type Class, type Func, isKind, type Obj, type Scope, unknown, type Value } from "./values";
import { Imports, words } from "./world";

/** What a run of a file has found out. */
export interface Executed {
  /** What the names of the file stand for in the end. */
  readonly names: ReadonlyMap<string, Value>;
  readonly trace: Trace;
  /** In the order in which they were run. */
  readonly runs: readonly ModelRun[];
  /** Models that are made and run on nothing that is known. */
  readonly idle: readonly Obj[];
  /** What nobody catches. */
  readonly faults: readonly Fault[];
  readonly askedTraining: boolean;
}

/** Steps for one statement at the outermost level, and runs of models in a file. */
const mostSteps = 400_000;
const mostRuns = 60;
const mostExamples = 4;

/**
 * Does something that may fail; what fails is no mistake of the file where it has not asked for that. Where only somebody
 * who tries it asks, it is none that the file itself refuses something.
 */
export type Guard = (work: () => void, isAsked?: boolean | "tried") => void;

/** Functions that a file has for trying it, which are run where it does not do so itself. */
const trial = /^_?(?:test|main|demo|run|example|check|debug)/i;

/** Runs a file from its first statement to its last, each by itself, so that one that fails hides no other. */
export function execute(
  module: Module,
  training: boolean,
  memories: Memories,
  around?: Around,
  asked?: AskedInput,
): Executed {
  const budget = budgetOfImports();
  const imports = new Imports((program, into) => runApart(program, into, machine, world, budget), around);
  const runs: ModelRun[] = [];
  const faults: Fault[] = [];
  const world: World = {
    trace: new Trace(words, memories, around?.others),
    training,
    asked,
    called: new Set(),
    imported: (path, level, from) => imports.module(path, level, from),
    inNamespace: (of, name) => imports.below(of, name),
    callModule: (of, given) => callModule(machine, of, given, runs),
  };
  const machine: Interpreter = new Interpreter(world);
  const { called } = world;
  const all = module.errors.length ? undefined : allNamesOf(module.body);
  const scope: Scope = {
    ...scopeIn(undefined, "module"),
    ...(all && { all }),
    ...(around && { file: around.file }),
  };
  scope.names.set("__name__", "__main__");
  machine.frames.push({ at: { from: 0, to: 0 }, returned: [] });
  const guarded: Guard = (work, isAsked = true) => {
    const { length } = machine.frames;
    try {
      machine.within(mostSteps, work);
    } catch (fault) {
      if (fault instanceof Fault) {
        machine.note(fault);
        if (isAsked && !fault.hidden && (!fault.wanted || isAsked !== "tried")) faults.push(fault);
      } else if (!(fault instanceof Exhausted || fault instanceof RangeError)) throw fault;
      machine.frames.length = length;
      machine.depth = 0;
      machine.making = 0;
    }
  };
  for (const one of module.body) outermost(machine, one, scope, guarded);
  for (const value of ownIn(scope))
    if (isTrial(value) && !called.has(value)) guarded(() => machine.call(value, giving([])), "tried");
  // While the text is no Python, what fails may just not be written yet.
  const told = module.errors.length ? undefined : faults;
  const idle = idleIn(machine, scope, runs, guarded).filter((of) => {
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
  return { names: scope.names, trace: machine.trace, runs, idle, faults, askedTraining: machine.askedTraining };
}

/** The file that is run, and those beside it. */
export interface Around {
  readonly file: string;
  readonly files: PythonFiles;
  readonly others: OtherFiles;
}

/** Names that the file itself gives, not those that it imports. */
const ownIn = ({ names }: Scope): readonly Value[] => (names instanceof LazyNames ? names.own() : [...names.values()]);

/** `if __name__ == "__main__":` is taken apart too. */
export function outermost(machine: Machine, one: Stmt, scope: Scope, guarded: Guard): void {
  const first = one.kind === "if" ? one.branches[0] : undefined;
  let holds: boolean | undefined;
  if (first) guarded(() => (holds = machine.truth(machine.evaluate(first.test, scope))));
  if (first && holds) return first.body.forEach((inner) => outermost(machine, inner, scope, guarded));
  let ended = false;
  guarded(() => {
    machine.execute([one], scope);
    ended = true;
  });
  // Of what a failed statement was to give a name, nothing is known.
  if (!ended && one.kind === "assign")
    for (const target of one.targets) if (target.kind === "name") machine.setName(target.id, unknown, scope);
}

const isTrial = (value: Value): value is Func =>
  isKind(value, "function") && trial.test(value.name) && needsNothing(value.params);

export const needsNothing = (params: Func["params"]): boolean =>
  params.every((param) => param.default || param.kind === "rest" || param.kind === "keywords");

/** Whether an instance can be made of nothing, as nobody has written it. */
function canBeMade(cls: Class): boolean {
  const init = lookUpIn(cls.order, "__init__");
  // Layers of PyTorch mostly need some.
  if (cls.layer && init !== undefined && !isKind(init, "function")) return false;
  return init === undefined || !isKind(init, "function") || needsNothing(init.params.slice(1));
}

function callModule(machine: Interpreter, of: Obj, given: Arguments, runs: ModelRun[]): Value {
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
    const run = { ...runModel(machine, of, forward, taken), ...rerunsOf(machine, of, taken) };
    runs.push(run);
    if (run.exact.fault) throw run.exact.fault;
    return run.exact.output === undefined ? unknown : noted(machine, of, run.exact.output);
  } finally {
    machine.depth--;
  }
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
function noted(machine: Interpreter, of: Obj, result: Value): Value {
  const method = lookUpIn(of.class.order, "forward");
  if (result === null && method !== undefined && isKind(method, "function")) machine.resultless = method;
  return result;
}

/** The run of a model on the first tensor of the file that it takes. */
function triedOn(machine: Interpreter, of: Obj, guarded: Guard): ModelRun | undefined {
  const forward = forwardOf(of);
  let found: ModelRun | undefined;
  for (const example of forward === undefined ? [] : machine.examples.slice(0, mostExamples))
    guarded(() => {
      if (found) return;
      const given = argumentsAt({ span: example.span!, callee: example.span! }, [example]);
      machine.journal.tried(() => {
        machine.depth++;
        const run = runModel(machine, of, forward!, given);
        machine.depth--;
        if (!run.exact.fault && isShaped(run.exact.output)) found = { ...run, ...rerunsOf(machine, of, given) };
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
  const inner = new Set(
    runs.flatMap(({ of }) =>
      modulesIn(of)
        .slice(1)
        .map(([, one]) => one),
    ),
  );
  const seen = new Set(runs.filter(({ isSized, exact }) => isSized || exact.fault).map(({ of }) => of));
  return [...new Set(runs.map(({ of }) => of))].filter((of) => !seen.has(of) && !inner.has(of));
}

const isShaped = (value: Value | undefined): boolean =>
  value !== undefined && isKind(value, "tensor") && value.shape !== undefined;

/** Models of the file that nobody runs: those in its names, else those of its classes that can be made of nothing. */
function idleIn(machine: Interpreter, scope: Scope, runs: readonly ModelRun[], guarded: Guard): readonly Obj[] {
  const run = new Set(runs.flatMap(({ of }) => modulesIn(of).map(([, one]) => one)));
  const values = ownIn(scope);
  const found = values.filter((value): value is Obj & { module: {} } => isModule(value) && !run.has(value));
  const classes = values.filter(
    (value): value is Class =>
      isKind(value, "class") && value.span !== undefined && inherits(value, moduleClass) && canBeMade(value),
  );
  for (const cls of classes.reverse()) {
    if ([...machine.made].some((one) => inherits(one, cls))) continue;
    const made: Value[] = [];
    const at = { span: cls.nameSpan!, callee: cls.nameSpan! };
    guarded(() => made.push(machine.call(cls, argumentsAt(at, []))), false);
    found.push(...made.filter(isModule));
  }
  const inner = new Set(
    found.flatMap((one) =>
      modulesIn(one)
        .slice(1)
        .map(([, part]) => part),
    ),
  );
  return found.filter((one) => !inner.has(one));
}
