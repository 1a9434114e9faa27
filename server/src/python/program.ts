import type { Memories } from "../analysis/infer-graph";
import type { PythonFiles } from "../core/python-class";
import { budgetOfImports, runApart } from "./apart";
import type { ModelRun } from "./attempt";
import { giving } from "./builtins/functions";
import { callModule } from "./call-module";
import type { OtherFiles } from "./elsewhere";
import { Exhausted, Fault } from "./fault";
import { idleIn } from "./idle";
import type { AskedInput } from "./inputs/asked";
import { runIdle } from "./inputs/run-idle";
import { ownIn } from "./lazy-names";
import { type Guard, needsNothing, outermost } from "./outermost";
import { Interpreter, type World } from "./run/interpreter";
import { allNamesOf } from "./run/names";
import { scopeIn } from "./run/scope";
import type { Module } from "./syntax/ast";
import { Trace } from "./trace";
import { type Func, isKind, type Obj, type Scope, type Value } from "./values";
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

/** Steps for one statement at the outermost level, and for all of them. */
const mostSteps = 250_000;
const mostInAll = 500_000;

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
  const scope: Scope = {
    ...scopeIn(undefined, "module"),
    ...(!module.errors.length && { all: () => allNamesOf(module.body) }),
    ...(around && { file: around.file }),
  };
  scope.names.set("__name__", "__main__");
  machine.frames.push({ at: { from: 0, to: 0 }, returned: [] });
  const guarded: Guard = (work, isAsked = true) => {
    const { length } = machine.frames;
    try {
      machine.within(Math.min(mostSteps, mostInAll - machine.taken), work);
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
  const idle = runIdle(machine, idleIn(machine, ownIn(scope), runs, guarded), runs, guarded, told);
  return { names: scope.names, trace: machine.trace, runs, idle, faults, askedTraining: machine.askedTraining };
}

/** The file that is run, and those beside it. */
export interface Around {
  readonly file: string;
  readonly files: PythonFiles;
  readonly others: OtherFiles;
}

const isTrial = (value: Value): value is Func =>
  isKind(value, "function") && trial.test(value.name) && needsNothing(value.params);
