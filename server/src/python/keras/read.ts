import type { Memories } from "../../analysis/infer-graph";
import type { Reading } from "../../core/graph";
import { commentsIn } from "../../tree/comments";
import { keras } from "../../vocabularies/keras";
import { giving } from "../builtins/functions";
import { Exhausted, Fault } from "../fault";
import { type Guard, needsNothing, outermost } from "../outermost";
import { withFirst } from "../run/calls";
import { lookUpIn } from "../run/classes";
import type { World } from "../run/interpreter";
import type { Machine } from "../run/machine";
import { scopeIn } from "../run/scope";
import { library } from "../stdlib/index";
import { parsePython } from "../syntax/parse";
import { Trace } from "../trace";
import { type Func, isKind, type Namespace, type Tensor, unknown, type Value } from "../values";
import { Calling, words } from "./calling";
import { drawn } from "./draw";
import { Layers } from "./layers";
import { Models } from "./models";
import { ops } from "./ops";

const mostSteps = 400_000;

/** Functions that make a model, or try one, where the file itself does not call them. */
const making = /^_?(?:build|create|get|main|make|define|construct)/i;

/** Reads a file that puts models together with layers of Keras, by running it as far as it is known what it does. */
export function readKeras(text: string, memories: Memories): Reading {
  const module = parsePython(text);
  const layers = new Layers(keras);
  const models = new Models(layers);
  const trace = new Trace(words, memories);
  const known = namespaces(layers, models);
  const imported = (path: string): Value => known.get(placeOf(path)) ?? library(path) ?? unknown;
  const world: World = {
    trace,
    training: false,
    called: new Set(),
    imported,
    inNamespace(of, name) {
      const inner = imported(`${of.name}.${name}`);
      return inner === unknown ? undefined : inner;
    },
    callModule(of, given) {
      const own = lookUpIn(of.class.order, "__call__");
      return own === undefined ? unknown : machine.call(own, withFirst(given, of));
    },
  };
  const machine: Machine = new Calling(world);
  const scope = scopeIn(undefined, "module");
  scope.names.set("__name__", "__main__");
  machine.frames.push({ at: { from: 0, to: 0 }, returned: [] });
  /** What the last call gave before something failed. */
  const failed: Tensor[] = [];
  const guarded: Guard = (work) => {
    const { length } = machine.frames;
    try {
      machine.within(mostSteps, work);
    } catch (fault) {
      if (!(fault instanceof Fault || fault instanceof Exhausted || fault instanceof RangeError)) throw fault;
      const last = trace.length - 1;
      if (fault instanceof Fault && !fault.hidden && fault.type === "RuntimeError" && trace.nodes[last]?.op)
        failed.push({ kind: "tensor", shape: undefined, node: last, port: 0 });
      machine.frames.length = length;
      machine.depth = 0;
      machine.making = 0;
    }
  };
  for (const one of module.body) outermost(machine, one, scope, guarded);
  for (const value of [...scope.names.values()])
    if (isMaking(value) && !world.called.has(value)) guarded(() => machine.call(value, giving([])));
  guarded(() => models.finish(machine));
  const all = [...models.built, ...failed.map((one) => ({ inputs: [], outputs: [one] }))];
  const comments = commentsIn(text, []).filter(
    ({ text: said, span }) =>
      said.includes("convlint-") && module.comments.some(({ from, to }) => from <= span.from && span.from < to),
  );
  return {
    models: all.map(({ inputs, outputs }) => ({ graph: drawn(outputs, inputs, trace, layers) })),
    problems: [],
    comments,
  };
}

const isMaking = (value: Value): value is Func =>
  isKind(value, "function") && making.test(value.name) && needsNothing(value.params);

/** TensorFlow brings Keras along. */
const placeOf = (path: string): string => path.replace(/^tensorflow\.(?:python\.)?keras/, "keras");

function namespaces(layers: Layers, models: Models): ReadonlyMap<string, Namespace> {
  const made = (name: string, names: readonly (readonly [string, Value])[]): [string, Namespace] => [
    name,
    { kind: "namespace", name, names: new Map(names), open: true },
  ];
  const input = ["Input", models.input] as const;
  const model = [
    ["Model", models.model],
    ["Sequential", models.sequential],
  ] as const;
  return new Map([
    made("keras", [input, ...model]),
    made("keras.layers", [input, ["Layer", layers.base], ["InputLayer", models.input], ...layers.classes]),
    made("keras.models", model),
    made("keras.ops", [...layers.activations, ...ops.map((one) => [one.name, one] as const)]),
    made("keras.activations", [...layers.activations]),
    made("tensorflow", []),
  ]);
}
