import { say } from "../../core/message";
import type { Span } from "../../core/span";
import { Fault } from "../fault";
import type { Machine } from "../run/machine";
import { isKind, type Module, type Obj, type Run, type Tensor, unknown, type Value } from "../values";
import { moduleClass } from "./module-class";
import { ownParameter, setLearning } from "./parameters";

export const noParts = (): Module => ({ modules: new Map(), parameters: new Map(), buffers: new Map() });

export const isModule = (value: Value): value is Obj & { module: Module } =>
  isKind(value, "object") && value.module !== undefined;

const isParameter = (value: Value): boolean => isKind(value, "tensor") && value.parameter === true;

/** A module or a parameter that is given to a module becomes a part of it, and takes the place of what had the name. */
export function setInModule(machine: Machine, of: Obj, name: string, value: Value): boolean {
  const isPart = isModule(value) || isParameter(value);
  const { module } = of;
  if (!module) {
    if (isPart && of.class.order.includes(moduleClass)) throw uninitialised(of);
    return false;
  }
  const { modules, parameters, buffers } = module;
  const before = isModule(value) ? undefined : ownParameter(of, name, machine);
  if (before && isParameter(value)) return takesPlace(machine, of, before, value as Tensor);
  if (isPart) {
    machine.remove(of.attributes, name);
    machine.remove(isModule(value) ? parameters : modules, name);
    machine.set(isModule(value) ? modules : parameters, name, value);
    return true;
  }
  const takes = value === null || isKind(value, "unknown") || isKind(value, "tensor");
  for (const parts of [modules, parameters, buffers])
    if (parts.has(name)) {
      if (takes) machine.set(parts, name, value);
      else machine.remove(parts, name);
      return takes;
    }
  return false;
}

/** Other numbers in a weight of a layer; what is the weight of another layer too is not counted twice. */
function takesPlace(machine: Machine, of: Obj, before: Tensor, value: Tensor): boolean {
  if (String(before.shape) !== String(value.shape)) of.open = true;
  else setLearning(before, value, machine);
  return true;
}

export function deleteAttribute(of: Value, name: Value, run: Run): void {
  if (!isKind(of, "object")) return;
  if (typeof name !== "string") of.open = true;
  else
    for (const map of [of.attributes, of.module?.modules, of.module?.parameters, of.module?.buffers])
      if (map) run.remove(map, name);
}

/** A module of which nobody has called `__init__` of `nn.Module`: it can neither hold layers nor be called. */
export function uninitialised({ class: cls }: Obj, called?: Span): Fault {
  const init = cls.names.get("__init__");
  const span = init !== undefined && isKind(init, "function") ? (init.nameSpan ?? init.span) : cls.nameSpan;
  const message = called
    ? say`${cls.name} is called, but super().__init__() has never run: call that first in __init__`
    : say`${cls.name} gets a layer before super().__init__() has run: call that first in __init__`;
  const related = called && [{ span: called, message: say`called here` }];
  return new Fault("AttributeError", {
    id: "super-not-initialised",
    message,
    ...(span && { span }),
    ...(related && { related }),
  });
}

/** No model is nested deeper; of what lies deeper nothing is known. */
const deepest = 150;

/** Each module once, with its path from the outermost, which has none. */
export function modulesIn(root: Obj): readonly (readonly [path: string, module: Obj])[] {
  const all: (readonly [string, Obj])[] = [];
  const seen = new Set<Obj>();
  // Asked of every module of a model, so that nothing is put together on the way.
  const collect = (one: Obj, path: string, depth: number): void => {
    if (seen.has(one)) return;
    seen.add(one);
    all.push([path, one]);
    if (!one.module?.modules.size) return;
    if (depth > deepest) one.open = true;
    else
      for (const [name, part] of one.module.modules)
        if (isModule(part)) collect(part, path ? `${path}.${name}` : name, depth + 1);
  };
  collect(root, "", 0);
  return all;
}

/** Whether nothing may be in it that is not known. */
export const isClosed = (root: Obj): boolean =>
  modulesIn(root).every(
    ([, { open, module }]) =>
      !open &&
      [...(module?.modules.values() ?? []), ...(module?.parameters.values() ?? [])].every((part) => part !== unknown),
  );

/** All modules that are in others of these. */
export const partsOf = (modules: readonly Obj[]): ReadonlySet<Obj> =>
  new Set(
    modules.flatMap((one) =>
      modulesIn(one)
        .slice(1)
        .map(([, part]) => part),
    ),
  );
