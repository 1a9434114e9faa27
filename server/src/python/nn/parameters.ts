import {
  isKind,
  type Layer,
  type Module,
  nowhere,
  type Obj,
  type Run,
  type Tensor,
  unknown,
  type Value,
} from "../values";
import { modulesIn } from "./attributes";

type Named = readonly (readonly [name: string, parameter: Value])[];

/** Every parameter once, with its path; nothing where there may be some that are not known. */
export function parametersIn(self: Obj, run: Run): Named | undefined {
  const all: (readonly [string, Value])[] = [];
  const seen = new Set<Value>();
  for (const [path, one] of modulesIn(self)) {
    const own = ownOf(one, run);
    if (!own || isOpen(one)) return undefined;
    for (const [name, given] of own) {
      const value = tiedTo(given) ?? given;
      if (seen.has(value)) continue;
      seen.add(value);
      all.push([path ? `${path}.${name}` : name, value]);
    }
  }
  return all;
}

/** Those that are known, whatever else there may be. */
export const knownParameters = (self: Obj, run: Run): Named =>
  modulesIn(self).flatMap(([, one]) => ownOf(one, run) ?? []);

export const isOpen = ({ open, module }: Obj): boolean =>
  open || [...(module?.modules.values() ?? [])].some((part) => isKind(part, "unknown"));

function ownOf({ module }: Obj, run: Run): Named | undefined {
  if (!module) return [];
  const put = [...module.parameters].filter(([, value]) => value !== null);
  if (!module.layer) return put;
  const own = module.own ?? weightsOf(module.layer, run);
  if (own) module.own = own;
  return own && [...own, ...put];
}

/** Of a layer, the parameter that it has under a name by itself. */
export const ownParameter = (of: Obj, name: string, run: Run): Tensor | undefined =>
  of.module?.layer && (of.module.own ??= weightsOf(of.module.layer, run))?.find(([one]) => one === name)?.[1];

function weightsOf(layer: Layer, run: Run): Module["own"] {
  const of = new Map<string, Value>();
  return run.weights(layer)?.map(({ name, dims, kind }) => {
    if (kind === "frozen") of.set(name, false);
    return [name, { kind: "tensor", shape: dims, node: nowhere, port: 0, parameter: true, learning: { of, name } }];
  });
}

/** Says whether a parameter is to be trained; of another tensor it changes nothing that is counted. */
export function setLearning(of: Value, value: Value, run: Run): void {
  const one = tiedTo(of) ?? of;
  if (isKind(one, "tensor") && one.learning) run.set(one.learning.of, one.learning.name, value);
}

/** The parameter from elsewhere that has taken the place of one. */
export function tiedTo(of: Value): Tensor | undefined {
  const said = isKind(of, "tensor") && of.learning ? of.learning.of.get(of.learning.name) : undefined;
  return said !== undefined && isKind(said, "tensor") ? said : undefined;
}

/** Whether a parameter is trained. */
export function isLearning({ parameter, learning }: Tensor): Value {
  if (!parameter) return unknown;
  const said = learning?.of.get(learning.name);
  return said === undefined ? true : isKind(said, "tensor") ? isLearning(said) : said;
}

/** Names of the parameters of a layer that are not trained; nothing where that is not known of one. */
export function frozenIn({ module }: Obj): readonly string[] | undefined {
  const values = (module?.own ?? []).map(([name, one]) => [name, isLearning(one)] as const);
  return values.some(([, value]) => typeof value !== "boolean")
    ? undefined
    : values.flatMap(([name, value]) => (value === false ? [name] : []));
}
