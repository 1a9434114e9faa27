import type { Span } from "../core/span";
import type { ModelRun } from "./attempt";
import { isNowhere } from "./library/index";
import { isModule, modulesIn, partsOf } from "./nn/attributes";
import { moduleClass } from "./nn/module-class";
import { type Guard, needsNothing } from "./outermost";
import { argumentsAt } from "./run/calls";
import { inherits, lookUpIn } from "./run/classes";
import type { Machine } from "./run/machine";
import { type Class, type Func, isKind, type Obj, type Value } from "./values";

/** Whether an instance can be made of nothing, as nobody has written it. */
function canBeMade(cls: Class): boolean {
  const init = lookUpIn(cls.order, "__init__");
  // Layers of PyTorch mostly need some.
  if (cls.layer && init !== undefined && !isKind(init, "function")) return false;
  return init === undefined || !isKind(init, "function") || needsNothing(init.params.slice(1));
}

/** Steps for what is made though nobody asks for it. */
const mostSteps = 60_000;

/** It ends with giving something, and may be a maker of models. */
function isMaker(value: Value): value is Func {
  if (
    !isKind(value, "function") ||
    isNowhere(value.span) ||
    value.generator ||
    value.coroutine ||
    !needsNothing(value.params)
  )
    return false;
  const last = "kind" in value.body ? undefined : value.body.at(-1);
  return last?.kind === "return" && last.value !== undefined;
}

/**
 * Models of the file that nobody runs: those in its names or made by the way, else what its functions make that nobody
 * calls, else those of its classes that can be made of nothing.
 */
export function idleIn(
  machine: Machine,
  values: readonly Value[],
  runs: readonly ModelRun[],
  guarded: Guard,
): readonly Obj[] {
  const run = new Set(runs.flatMap(({ of }) => modulesIn(of).map(([, one]) => one)));
  const isIdle = (value: Value): value is Obj & { module: {} } => isModule(value) && !run.has(value);
  const found = new Set(values.filter(isIdle));
  const seen = new Set([...run, ...found].map((one) => one.class));
  for (const [cls, one] of machine.loose) if (!seen.has(cls) && isModule(one)) found.add(one);
  const make = (callee: Value, at: Span): void => {
    const made: Value[] = [];
    guarded(
      () => made.push(machine.within(mostSteps, () => machine.call(callee, argumentsAt({ span: at, callee: at }, [])))),
      false,
    );
    for (const one of made) if (isModule(one)) found.add(one);
  };
  const before = machine.taken;
  for (const value of values)
    if (isMaker(value) && !machine.called.has(value) && machine.taken - before < mostSteps)
      make(value, value.nameSpan ?? value.span);
  const classes = values.filter(
    (value): value is Class =>
      isKind(value, "class") && value.span !== undefined && inherits(value, moduleClass) && canBeMade(value),
  );
  for (const cls of classes.reverse()) if (!machine.made.has(cls)) make(cls, cls.nameSpan!);
  const inner = partsOf([...found]);
  return [...found].filter((one) => !inner.has(one));
}
