import { inferGraph, type Memories, memoryIn } from "../../analysis/infer-graph";
import { inferStep } from "../../analysis/step";
import type { Step } from "../../core/analysis";
import { type Shape, showShape } from "../../core/dim";
import type { Graph } from "../../core/graph";
import { type Message, say } from "../../core/message";
import type { Explained } from "../../core/op";
import type { Problem } from "../../core/problem";
import type { PythonClass, PythonFiles } from "../../core/python-class";
import { budgetOfImports, runApart } from "../apart";
import { forwardOf } from "../attempt";
import { OtherFiles } from "../elsewhere";
import { Exhausted, Fault } from "../fault";
import { drawn } from "../graph";
import { isModule } from "../nn/attributes";
import { moduleClass } from "../nn/module-class";
import { argumentsAt } from "../run/calls";
import { inherits } from "../run/classes";
import { Interpreter, type World } from "../run/interpreter";
import { Source } from "../source";
import { Trace } from "../trace";
import { type Arguments, type Class, isKind, list, type Obj, unknown, type Value } from "../values";
import { Imports, words } from "../world";

/** Why an instance cannot be made or run, in the words of its class. */
export interface Refusal {
  readonly id: string;
  readonly message: Message;
  readonly places: readonly Explained[];
}

/** What comes of making an instance and running it once: its layers as they are called, or a failure that may be told. */
export type Ran =
  | { readonly graph: Graph; readonly steps: readonly Step[] }
  | { readonly refusal?: Refusal }
  | "unknown";

/** Steps of making one instance and running it. */
const mostSteps = 60_000;
const mostKnown = 400;

/** A class of the workspace that is a module, as far as it can be run. */
export interface OwnClass {
  readonly source: PythonClass;
  run(args: readonly Value[], inputs: readonly Shape[]): Ran;
}

/** Classes in one state of the files; each file is run once, when a class of it is first wanted. */
export function ownClasses(
  files: PythonFiles,
  memories: Memories,
): (source: PythonClass, name: string) => OwnClass | undefined {
  const others = new OtherFiles();
  const trace = new Trace(words, memories, others);
  const budget = budgetOfImports();
  const imports = new Imports((program, into) => runApart(program, into, machine, world, budget), { files, others });
  const world: World = {
    trace,
    training: false,
    called: new Set(),
    imported: (path, level, from) => imports.module(path, level, from),
    inNamespace: (of, name) => imports.below(of, name),
    callModule: (of, given) => called(machine, of, given),
  };
  const machine: Interpreter = new Interpreter(world);
  machine.frames.push({ at: nowhere, returned: [] });
  const known = new Map<string, OwnClass | undefined>();
  return (source, name) => {
    const key = `${source.file} ${name}`;
    if (!known.has(key)) known.set(key, find(source, name));
    return known.get(key);
  };

  function find(source: PythonClass, name: string): OwnClass | undefined {
    const cls = source.file === undefined ? undefined : imports.file(source.file)?.names.get(name);
    if (cls === undefined || !isKind(cls, "class") || !inherits(cls, moduleClass)) return undefined;
    const ran = new Map<string, Ran>();
    return {
      source,
      run(args, inputs) {
        const key = JSON.stringify([args, inputs.map(showShape)]);
        const before = ran.get(key);
        if (before !== undefined) return before;
        const found = run(machine, cls, name, args, inputs, memories);
        if (ran.size >= mostKnown) ran.clear();
        ran.set(key, found);
        return found;
      },
    };
  }
}

const nowhere = { from: 0, to: 0 };
/** A row is in no text of Python, and nothing of one is to be mended there. */
const noText = new Source("", { body: [], comments: [], errors: [] });

function called(machine: Interpreter, of: Obj, given: Arguments): Value {
  const forward = forwardOf(of);
  if (forward === undefined) {
    if (of.open) return unknown;
    throw new Fault("NotImplementedError");
  }
  machine.depth++;
  try {
    return machine.call(forward, given);
  } finally {
    machine.depth--;
  }
}

function run(
  machine: Interpreter,
  cls: Class,
  name: string,
  args: readonly Value[],
  inputs: readonly Shape[],
  memories: Memories,
): Ran {
  const { trace } = machine;
  const { length } = machine.frames;
  const here = { span: nowhere, callee: nowhere };
  let found: Ran = "unknown";
  const work = (): void => {
    const made = machine.call(cls, argumentsAt(here, args));
    if (!isModule(made)) return;
    const from = trace.length;
    const tensors = inputs.map((shape, i) => trace.input(`x${i}`, shape, nowhere));
    const input = tensors.length === 1 ? tensors[0]! : list(tensors);
    const output = machine.callModule(made, argumentsAt(here, [input]));
    const { graph } = drawn(made, { from, to: trace.length, output }, trace, noText);
    found = { graph, steps: inferGraph(graph, memories, () => {}) };
  };
  const guarded = (): void => {
    try {
      machine.within(mostSteps, work);
    } catch (fault) {
      if (fault instanceof Fault) found = fault.hidden ? "unknown" : refused(machine, fault, name, memories);
      else if (!(fault instanceof Exhausted || fault instanceof RangeError)) throw fault;
      machine.frames.length = length;
      machine.depth = 0;
      machine.making = 0;
    }
  };
  trace.apart(() => machine.journal.tried(guarded));
  return found;
}

function refused(machine: Interpreter, fault: Fault, name: string, memories: Memories): Ran {
  machine.note(fault);
  const { files } = machine.trace;
  const at = fault.inner.find((span) => files?.placeOf(span));
  const place = at && files!.placeOf(at);
  const places: readonly Explained[] = place ? [{ place, message: say`it fails here` }] : [];
  const { told, type } = fault;
  if (told && !fault.wanted) return { refusal: { id: told.id, message: told.message, places } };
  const problem = type === "RuntimeError" ? lastProblem(machine.trace, memories) : undefined;
  if (problem) return { refusal: { id: problem.id, message: problem.message, places } };
  const text = at && files!.textAt(at);
  if (text === undefined || !/^(?:assert|raise)\b/.test(text)) return {};
  const line = text.replace(/\s+/g, " ").slice(0, 120);
  return { refusal: { id: "module-refuses", message: say`${name} refuses this: ${line}`, places } };
}

/** What is wrong with the call that was made last. */
function lastProblem({ nodes, steps, vocabulary }: Trace, memories: Memories): Problem | undefined {
  const node = nodes.at(-1);
  const found: Problem[] = [];
  if (node && steps.at(-1)?.broken)
    inferStep(node, vocabulary, steps, memoryIn(memories, vocabulary), (problem) => found.push(problem));
  const wrong = found.find(({ severity }) => severity === "error");
  return wrong && { ...wrong, message: say`${node!.op}: ${wrong.message}` };
}
