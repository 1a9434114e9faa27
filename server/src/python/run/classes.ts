import { say } from "../../core/message";
import { Fault } from "../fault";
import { isNowhere } from "../library/index";
import type { ClassDef, Stmt } from "../syntax/ast";
import {
  type Arguments,
  type Class,
  type Field,
  firstOf,
  isKind,
  type Obj,
  type Scope,
  unknown,
  type Value,
} from "../values";
import { withFirst } from "./calls";
import type { Machine } from "./machine";
import { scopeIn } from "./scope";

/** A class with the order in which it and those above it are asked, each before those that it is made of. */
export function classOf(name: string, bases: readonly Class[], more: Partial<Class> = {}): Class {
  const made = { kind: "class", name, bases, names: new Map(), open: bases.some(({ open }) => open), ...more };
  const cls = made as Class & { order: readonly Class[] };
  cls.order = orderOf(cls, bases);
  const layer = cls.layer ?? bases.find((base) => base.layer)?.layer;
  return layer ? Object.assign(cls, { layer }) : cls;
}

function orderOf(cls: Class, bases: readonly Class[]): readonly Class[] {
  if (bases.length === 1) return [cls, ...bases[0]!.order];
  const lists = [...bases.map(({ order }) => [...order]), [...bases]];
  const order = [cls];
  for (;;) {
    const left = lists.filter((one) => one.length);
    if (!left.length) return order;
    // Of bases that contradict one another Python makes no class; each is asked once all the same.
    const next = left.find(([head]) => !left.some((one) => one.indexOf(head!) > 0))?.[0] ?? left[0]![0]!;
    order.push(next);
    for (const [i, one] of lists.entries()) lists[i] = one.filter((other) => other !== next);
  }
}

export const inherits = (cls: Class, from: Class): boolean => cls.order.includes(from);

/** What a class or one above it has under a name. */
export function lookUpIn(order: readonly Class[], name: string): Value | undefined {
  for (const { names } of order) {
    const value = names.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** No class inherits from more of them; what one would is unknown. */
const mostAbove = 200;

export function defineClass(machine: Machine, one: ClassDef, scope: Scope): Class {
  const bases: Class[] = [];
  let open = false;
  for (const { name, value: written } of one.bases) {
    // A metaclass may do anything.
    if (name !== undefined) {
      open ||= name === "metaclass" && !(written.kind === "name" && written.id === "ABCMeta");
      continue;
    }
    const base = machine.evaluate(written, scope);
    if (isKind(base, "class") && base.order.length < mostAbove) bases.push(base);
    else open = true;
  }
  const inner = scopeIn(scope, "class");
  const fields = fieldsOf(machine, one, bases, inner);
  const { from, to, nameSpan } = one;
  const cls = classOf(one.name, bases, {
    names: inner.names,
    open: open || bases.some((base) => base.open),
    ...(!isNowhere({ from, to }) && { span: { from, to }, nameSpan }),
    declared: fields,
  });
  for (const value of inner.names.values()) own(value, cls);
  if (bases.some((base) => base.name === "NamedTuple")) cls.fields = fields;
  return cls;
}

/** Runs the body; what it annotates are the fields, should it be a dataclass. */
function fieldsOf(machine: Machine, one: ClassDef, bases: readonly Class[], inner: Scope): readonly Field[] {
  const fields = new Map<string, Field>(bases.flatMap(({ fields = [] }) => fields.map((field) => [field.name, field])));
  const annotated = (stmt: Stmt): boolean => stmt.kind === "annotated" && stmt.target.kind === "name";
  for (const stmt of one.body) {
    machine.execute([stmt], inner);
    if (!annotated(stmt)) continue;
    const name = (stmt as { readonly target: { readonly id: string } }).target.id;
    const standard = inner.names.get(name);
    fields.set(name, { name, ...(standard !== undefined && { default: standard }) });
  }
  return [...fields.values()];
}

function own(value: Value, cls: Class): void {
  if (isKind(value, "function")) value.owner ??= cls;
  else if (isKind(value, "decorated")) {
    own(value.of, cls);
    if (value.setter !== undefined) own(value.setter, cls);
  }
}

/** To make a layer takes as long as that many steps of other kinds. */
const stepsOfLayer = 8;

export function instantiate(machine: Machine, cls: Class, given: Arguments): Value {
  const maker = cls.order.find(({ make }) => make);
  if (cls.layer) machine.step(stepsOfLayer);
  if (maker?.make) return maker.make(given, machine, cls);
  if (!machine.made.has(cls)) for (const one of cls.order) machine.made.add(one);
  const stack = machine.frames.map((call) => ({ call, at: call.at }));
  const made: Obj = { kind: "object", class: cls, attributes: new Map(), open: cls.open, made: given, stack };
  if (cls.open) made.module = { modules: new Map(), parameters: new Map(), buffers: new Map() };
  if (cls.fields && lookUpIn(cls.order, "__init__") === undefined) fill(machine, made, cls.fields, given);
  const init = lookUpIn(cls.order, "__init__");
  if (init !== undefined) {
    machine.making++;
    try {
      machine.call(init, withFirst(given, made));
    } finally {
      machine.making--;
    }
  }
  if (machine.depth + machine.making === 0 && cls.span) machine.loose.set(cls, made);
  return made;
}

/** What a dataclass does with its arguments. */
function fill(machine: Machine, made: Obj, fields: readonly Field[], given: Arguments): void {
  const strange = [...given.named.keys()].find((word) => !fields.some(({ name }) => name === word));
  if (strange !== undefined && !made.open)
    throw new Fault("TypeError", { id: "wrong-call", message: say`${made.class.name} has no field ${strange}` });
  fields.forEach(({ name, default: standard }, i) => {
    const value = firstOf(given.positional[i]?.value, given.named.get(name)?.value);
    made.attributes.set(name, firstOf(value, standardOf(machine, standard), unknown)!);
  });
  const after = lookUpIn(made.class.order, "__post_init__");
  if (after !== undefined)
    machine.call(after, { ...given, positional: [{ value: made, span: given.span }], named: new Map() });
}

function standardOf(machine: Machine, standard: Value | undefined): Value | undefined {
  if (standard === undefined || !isKind(standard, "object") || standard.class.name !== "field") return standard;
  const factory = standard.attributes.get("default_factory");
  return factory === undefined ? standard.attributes.get("default") : machine.invoke(factory, []);
}
