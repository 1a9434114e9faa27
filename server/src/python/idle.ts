import type { ModelRun } from "./attempt";
import { isModule, modulesIn, partsOf } from "./nn/attributes";
import { moduleClass } from "./nn/module-class";
import { type Guard, needsNothing } from "./outermost";
import { argumentsAt } from "./run/calls";
import { inherits, lookUpIn } from "./run/classes";
import type { Machine } from "./run/machine";
import { type Class, isKind, type Obj, type Value } from "./values";

/** Whether an instance can be made of nothing, as nobody has written it. */
function canBeMade(cls: Class): boolean {
  const init = lookUpIn(cls.order, "__init__");
  // Layers of PyTorch mostly need some.
  if (cls.layer && init !== undefined && !isKind(init, "function")) return false;
  return init === undefined || !isKind(init, "function") || needsNothing(init.params.slice(1));
}

/** Models of the file that nobody runs: those in its names, else those of its classes that can be made of nothing. */
export function idleIn(
  machine: Machine,
  values: readonly Value[],
  runs: readonly ModelRun[],
  guarded: Guard,
): readonly Obj[] {
  const run = new Set(runs.flatMap(({ of }) => modulesIn(of).map(([, one]) => one)));
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
  const inner = partsOf(found);
  return found.filter((one) => !inner.has(one));
}
