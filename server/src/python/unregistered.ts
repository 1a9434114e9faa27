import { say } from "../core/message";
import { type Problem, problem } from "../core/problem";
import type { Attempt } from "./attempt";
import { isModule, modulesIn } from "./nn/attributes";
import type { Trace } from "./trace";
import { isKind, type Obj, type Value } from "./values";

/** Layers with weights that a run uses and no module has registered, since they stand in a plain list or dict. */
export function unregistered(of: Obj, { from, to }: Attempt, trace: Trace): readonly Problem[] {
  const registered = new Set(modulesIn(of).map(([, one]) => one));
  const used = new Set(
    [...trace.layers].flatMap(([id, layer]) =>
      id >= from && id < to && !registered.has(layer) && trace.steps[id]?.outcome?.weights.length ? [layer] : [],
    ),
  );
  const found = new Map<number, Problem>();
  for (const [, { attributes }] of used.size ? modulesIn(of) : [])
    for (const [name, value] of attributes) {
      const layer = heldBy(value).find((one) => modulesIn(one).some(([, part]) => used.has(part)));
      if (!layer) continue;
      const instead = isKind(value, "dict") ? "nn.ModuleDict" : "nn.ModuleList";
      const message = say`the layers in self.${name} are not registered, so that they are not trained: put them in ${instead}`;
      found.set(layer.made.callee.from, problem("unregistered-layers", layer.made.callee, message));
    }
  return [...found.values()];
}

function heldBy(value: Value): readonly Obj[] {
  const items = isKind(value, "list") || isKind(value, "tuple") ? value.items : [];
  const entries = isKind(value, "dict") ? [...value.entries.values()].map(([, entry]) => entry) : [];
  return [...items, ...entries].filter(isModule);
}
