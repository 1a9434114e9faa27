import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { Fault } from "../fault";
import { typeOf } from "../keys";
import { ownParameter, setLearning } from "../nn/parameters";
import { unread, unreadHere } from "../unread";
import {
  type Class,
  firstOf,
  isDecorated,
  isKind,
  type Namespace,
  native,
  type Obj,
  type Tuple,
  tuple,
  unknown,
  type Value,
} from "../values";
import { lookUpIn } from "./classes";
import type { Machine } from "./machine";
import { slipOfAttribute } from "./slip-of-attribute";

/** The value of an attribute, or another where there certainly is none and one is given. */
export function attribute(machine: Machine, of: Value, name: string, or?: Value): Value {
  if (of === null || typeof of !== "object") return machine.methodOf(of, name) ?? missing(machine, of, name, or);
  switch (of.kind) {
    case "object":
      return ofObject(machine, of, name, or);
    case "class": {
      const found = firstOf(ofClass(of, name), of.open || name.startsWith("__") ? unknown : or);
      return found === undefined ? missingInClass(machine, of, name) : found;
    }
    case "super":
      return ofSuper(of, name);
    case "namespace": {
      // Its names are found in it by text as well.
      if (name === "__dict__") return of;
      const found = firstOf(of.names.get(name), absent(machine, of, name, or), machine.inNamespace(of, name));
      if (found === undefined) return unreadIn(machine, of, name, or);
      unreadHere(machine, found);
      return found;
    }
    case "function":
      return name === "__name__" ? of.name : firstOf(of.attributes.get(name), or, unknown)!;
    case "bound":
      return name === "__self__" ? of.self : unknown;
    case "tuple": {
      const at = of.names?.indexOf(name) ?? -1;
      if (at >= 0) return of.items[at]!;
      const method = firstOf(machine.methodOf(of, name), or);
      if (method === undefined && isBare(of, name)) throw ofTuple(of, name);
      return method === undefined ? unknown : method;
    }
    case "tensor":
    case "list":
    case "float":
      return machine.methodOf(of, name) ?? missing(machine, of, name, or);
    default:
      return machine.methodOf(of, name) ?? unknown;
  }
}

function unreadIn(machine: Machine, { name: path, open }: Namespace, name: string, or: Value | undefined): Value {
  if (!open) return or === undefined ? unknown : or;
  unread(machine, `${path}.${name}`);
  return unknown;
}

/** Tensors in a tuple that has no names for them: it has no attribute of theirs. */
const isBare = ({ items, names }: Tuple, name: string): boolean =>
  !names && !/^(?:_|count$|index$|numel$)/.test(name) && items.some((one) => isKind(one, "tensor"));

function ofTuple({ items }: Tuple, name: string): Fault {
  const message = say`${items.length} values have no attribute ${name}: take one of them first`;
  return new Fault("AttributeError", { id: "unknown-attribute", message });
}

/** What only tensors have. */
const ofTensors: ReadonlySet<string> = new Set(
  "argmax contiguous detach flatten item max mean min permute reshape shape size softmax squeeze sum transpose unsqueeze view".split(
    " ",
  ),
);

function ofLayer({ class: { name: cls } }: Obj, name: string): Fault {
  const message = say`${cls} has no attribute ${name}: it is a layer, and its result comes of calling it`;
  return new Fault("AttributeError", { id: "unknown-attribute", message });
}

function ofObject(machine: Machine, of: Obj, name: string, or?: Value): Value {
  if (name === "training" && of.module) {
    const mode = machine.inTraining();
    // What is told to learn no more does not, in whichever mode all else is run.
    return of.attributes.get(name) === false && !machine.learns ? false : mode;
  }
  const inClass = lookUpIn(of.class.order, name);
  if (inClass !== undefined && isDecorated(inClass, "property")) return machine.invoke(inClass.of, [of]);
  const { modules, parameters, buffers, layer } = of.module ?? {};
  const own = firstOf(of.attributes.get(name), modules?.get(name), parameters?.get(name), buffers?.get(name));
  if (own !== undefined) return own;
  if (inClass !== undefined) return bound(inClass, of, of.class);
  if (name === "__class__") return of.class;
  if (name === "__getattr__" && of.module)
    return native(name, ({ positional: [asked] }) =>
      typeof asked?.value === "string" ? attribute(machine, of, asked.value) : unknown,
    );
  if (name === "__dict__") return { kind: "dict", entries: new Map(), open: true };
  const learned = layer && ownParameter(of, name, machine);
  if (learned) return learned;
  const known = firstOf(layer?.of.attribute?.(name, layer), layer?.values.get(name));
  // What a layer is told of its bias is not what it has.
  if (known !== undefined) return name === "bias" ? (known === false ? null : unknown) : known;
  const asked = lookUpIn(of.class.order, "__getattr__");
  if (asked !== undefined) return of.open || or !== undefined ? unknown : machine.invoke(asked, [of, name]);
  if (layer && !of.open && or === undefined && ofTensors.has(name)) throw ofLayer(of, name);
  if (of.open || layer || name.startsWith("__") || isDeclared(of.class, name)) return unknown;
  return missing(machine, of, name, or);
}

/** What a module has not is a slip where it has something that is written nearly so; else it may be new. */
function absent(machine: Machine, { name: module, all }: Namespace, name: string, or: Value | undefined): undefined {
  if (or !== undefined || !all || all.has(name)) return undefined;
  const near = nearest(name, all, name.length < 8 ? 1 : 2);
  const digits = (word: string): string => word.replace(/\D/g, "");
  if (near === undefined || digits(near) !== digits(name)) return undefined;
  const message = say`${module} has no ${name}${didYouMean(near)}`;
  throw new Fault("AttributeError", machine.certain({ id: "unknown-attribute", message }));
}

/** Annotated in the body of a class, it is given elsewhere. */
const isDeclared = ({ order }: Class, name: string): boolean =>
  order.some(({ declared }) => declared?.some((field) => field.name === name));

function missing(machine: Machine, of: Value, name: string, or: Value | undefined): Value {
  if (or !== undefined) return or;
  if (of === null && !name.startsWith("__"))
    throw new Fault("AttributeError", machine.nothing(say`None has no attribute ${name}`));
  if (!isKind(of, "object") && !isKind(of, "class")) {
    slipOfAttribute(machine, of, name);
    return unknown;
  }
  const { modules, parameters, buffers } = (of.kind === "object" && of.module) || {};
  const own = of.kind === "object" ? of.attributes : undefined;
  const { order } = of.kind === "object" ? of.class : of;
  const parts = [own, modules, parameters, buffers, ...order.map(({ names }) => names)];
  const near = nearest(
    name,
    parts.flatMap((part) => [...(part?.keys() ?? [])]),
  );
  const message = say`${of.kind === "class" ? of.name : typeOf(of)} has no attribute ${name}${didYouMean(near)}`;
  throw new Fault("AttributeError", machine.certain({ id: "unknown-attribute", message }));
}

/** A class that is made of nothing but classes of the file has what they say and no more. */
function missingInClass(machine: Machine, of: Class, name: string): Value {
  const isWhole = !of.open && of.order.every(({ span, fields }) => span && !fields) && !isDeclared(of, name);
  return isWhole && !name.startsWith("__") ? missing(machine, of, name, undefined) : unknown;
}

function ofClass(of: Class, name: string): Value | undefined {
  const value = lookUpIn(of.order, name);
  if (value !== undefined) return isDecorated(value, "class-method") ? bound(value, undefined, of) : unwrapped(value);
  if (name === "__name__" || name === "__qualname__") return of.name;
  if (name === "__mro__") return tuple(of.order);
  if (name === "__init__") return native(name, () => null);
  return undefined;
}

const unwrapped = (value: Value): Value => (isDecorated(value, "static") ? value.of : value);

/** Goes on behind the class in which the method stands. */
function ofSuper({ after, self }: Extract<Value, { kind: "super" }>, name: string): Value {
  const cls = isKind(self, "object") ? self.class : isKind(self, "class") ? self : undefined;
  if (!cls) return unknown;
  const behind = cls.order.slice(cls.order.indexOf(after) + 1);
  const value = lookUpIn(behind, name);
  if (value !== undefined) return bound(value, isKind(self, "object") ? self : undefined, cls);
  if (name === "__init__") return native(name, () => null);
  return unknown;
}

/** A function of a class, as an instance hands it out. */
export function bound(value: Value, self: Obj | undefined, cls: Class): Value {
  if (isDecorated(value, "static")) return value.of;
  const fits = (one: Value): one is Extract<Value, { kind: "function" | "native" }> =>
    isKind(one, "function") || isKind(one, "native");
  if (isDecorated(value, "class-method")) return fits(value.of) ? { kind: "bound", of: value.of, self: cls } : unknown;
  return self && fits(value) ? { kind: "bound", of: value, self } : value;
}

export function setAttribute(machine: Machine, of: Value, name: string, value: Value): void {
  if (isKind(of, "class") || isKind(of, "namespace")) return machine.set(of.names, name, value);
  if (isKind(of, "function")) return machine.set(of.attributes, name, value);
  if (name === "requires_grad") setLearning(of, value, machine);
  if (!isKind(of, "object")) return;
  const property = lookUpIn(of.class.order, name);
  if (property !== undefined && isDecorated(property, "property")) {
    if (property.setter !== undefined) machine.invoke(property.setter, [of, value]);
    return;
  }
  if (machine.setInModule(of, name, value)) return;
  machine.set(of.attributes, name, value);
}
