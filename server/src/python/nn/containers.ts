import { say } from "../../core/message";
import { Fault, refused } from "../fault";
import { typeOf } from "../keys";
import { argument } from "../run/calls";
import { classOf } from "../run/classes";
import { outOf, spanOf } from "../run/items";
import {
  type Arguments,
  type Class,
  firstOf,
  isKind,
  type Obj,
  type Run,
  tuple,
  unknown,
  type Value,
  valueAt,
} from "../values";
import { noParts } from "./attributes";
import { method } from "./module";
import { moduleClass } from "./module-class";

type Method = Parameters<typeof method>[1];

const parts = (self: Obj): Map<string, Value> => (self.module ??= noParts()).modules;
const values = (self: Obj): readonly Value[] => [...parts(self).values()];
const sequence = (items: readonly Value[]): Value => ({ kind: "sequence", items });

/** Puts modules behind those that are there, each under its number. */
function append(self: Obj, more: readonly Value[] | undefined, run: Run): void {
  if (!more) self.open = true;
  for (const one of more ?? []) {
    if (isNoModule(one)) throw refused("TypeError", say`${self.class.name} takes modules, and is given ${typeOf(one)}`);
    run.set(parts(self), `${parts(self).size}`, one);
  }
}

/** Its class, a function or a value. */
const isNoModule = (value: Value): boolean =>
  (typeof value !== "object" && value !== undefined) ||
  (value !== null && /^(?:bound|class|float|function|native|tensor)$/.test(value.kind));

function nameAll(self: Obj, entries: Value, run: Run): void {
  const pairs = isKind(entries, "dict") && !entries.open ? [...entries.entries.values()] : undefined;
  const items = pairs ?? (isKind(entries, "dict") ? undefined : run.items(entries)?.map((pair) => run.items(pair)));
  if (!items) self.open = true;
  for (const pair of items ?? []) {
    const [name, value] = pair ?? [];
    if (typeof name === "string" && value !== undefined) run.set(parts(self), name, value);
    else self.open = true;
  }
}

/** Of numbered modules, the one at an index, or a container of several. */
const itemOf: Method = (self, given, run) => {
  const index = valueAt(given.positional, 0);
  if (self.open) return unknown;
  if (typeof index === "string") {
    const found = parts(self).get(index);
    if (found === undefined) throw refused("KeyError", say`${self.class.name} has no key ${index}`);
    return found;
  }
  const all = values(self);
  if (isKind(index, "slice")) {
    const span = spanOf(index, all.length);
    if (span?.step !== 1) return unknown;
    const some = [...parts(self)].slice(span.start, span.stop);
    const made: Obj = { ...self, attributes: new Map(), module: { ...noParts(), modules: new Map() } };
    for (const [name, one] of some)
      run.set(parts(made), self.class.order.includes(sequential) ? name : `${parts(made).size}`, one);
    return made;
  }
  if (typeof index !== "number") return unknown;
  const found = all[index < 0 ? index + all.length : index];
  if (found === undefined) throw outOf(index, all.length);
  return found;
};

const setItem: Method = (self, given, run) => {
  const [index, value = unknown] = given.positional.map((one) => one.value);
  const names = [...parts(self).keys()];
  const name = typeof index === "number" ? names[index < 0 ? index + names.length : index] : index;
  if (typeof name === "string") run.set(parts(self), name, value);
  else self.open = true;
  return null;
};

const lengthOf: Method = (self) => (self.open ? unknown : parts(self).size);
const iterate: Method = (self) => (self.open ? unknown : sequence(values(self)));

const numbered: { readonly [name: string]: Method } = {
  __getitem__: itemOf,
  __setitem__: setItem,
  __len__: lengthOf,
  __iter__: iterate,
  append(self, { positional }, run) {
    append(self, positional[0] && [positional[0].value], run);
    return self;
  },
  extend(self, { positional }, run) {
    append(self, run.items(valueAt(positional, 0)), run);
    return self;
  },
  insert(self, { positional }, run) {
    const [at, value = unknown] = positional.map((one) => one.value);
    const all = [...values(self)];
    if (typeof at !== "number") self.open = true;
    else all.splice(at, 0, value);
    all.forEach((one, i) => run.set(parts(self), `${i}`, one));
    return null;
  },
  __iadd__(self, { positional }, run) {
    append(self, run.items(valueAt(positional, 0)), run);
    return self;
  },
  __add__(self, { positional }, run) {
    const made: Obj = { ...self, attributes: new Map(), module: noParts() };
    append(made, values(self), run);
    append(made, run.items(valueAt(positional, 0)), run);
    return made;
  },
  pop(self, given, run) {
    const names = [...parts(self).keys()];
    const at = given.positional.length ? valueAt(given.positional, 0) : names.length - 1;
    const name = typeof at === "number" ? names.at(at) : undefined;
    const value = name === undefined ? undefined : parts(self).get(name);
    if (self.open || value === undefined) return unknown;
    const left = values(self).filter((one) => one !== value);
    for (const one of names) run.remove(parts(self), one);
    append(self, left, run);
    return value;
  },
};

const named: { readonly [name: string]: Method } = {
  __getitem__: itemOf,
  __setitem__: setItem,
  __len__: lengthOf,
  __iter__: (self) => (self.open ? unknown : sequence([...parts(self).keys()])),
  __contains__: (self, { positional }) =>
    self.open || typeof positional[0]?.value !== "string" ? unknown : parts(self).has(positional[0].value),
  items: (self) => (self.open ? unknown : sequence([...parts(self)].map((part) => tuple(part)))),
  keys: (self) => (self.open ? unknown : sequence([...parts(self).keys()])),
  values: iterate,
  pop(self, { positional }, run) {
    const name = valueAt(positional, 0);
    const value = typeof name === "string" ? parts(self).get(name) : undefined;
    if (self.open || value === undefined) return unknown;
    run.remove(parts(self), name as string);
    return value;
  },
  update(self, { positional }, run) {
    nameAll(self, valueAt(positional, 0), run);
    return null;
  },
};

function container(
  name: string,
  table: { readonly [name: string]: Method },
  init: Method,
  more: typeof table = {},
): Class {
  const cls = classOf(name, [moduleClass]);
  for (const [key, call] of Object.entries({ ...table, __init__: init, ...more }))
    cls.names.set(key, method(key, call));
  return cls;
}

const fromValues = (self: Obj, given: Arguments, run: Run): null => {
  parts(self);
  if (given.open) self.open = true;
  const [first, second] = given.positional;
  if (first && !second && isKind(first.value, "dict")) nameAll(self, first.value, run);
  else
    append(
      self,
      given.positional.map((one) => one.value).filter((one) => !isKind(one, "starred")),
      run,
    );
  return null;
};

/** Each module reads what the one before it gives. */
const forward: Method = (self, given, run) => {
  if (given.positional.length > 1 && !given.open) throw tooMany(self, given);
  const first = firstOf(argument(given, 0, "input"), unknown)!;
  if (self.open) return unknown;
  return values(self).reduce(
    (value, one) => run.call(one, { ...given, positional: [{ value, span: given.span }], named: new Map() }),
    first,
  );
};

function tooMany({ made }: Obj, { positional, span }: Arguments): Fault {
  const message = say`Sequential hands one value from module to module, but is given ${positional.length}`;
  const related = [{ span, message: say`called here` }];
  return new Fault("TypeError", { id: "wrong-call", message, span: made.callee, related });
}

export const sequential = container("Sequential", numbered, fromValues, { forward });

const fromItems: Method = (self, given, run) => {
  parts(self);
  const items = argument(given, 0, "modules");
  if (items !== undefined && items !== null) append(self, run.items(items), run);
  if (given.open) self.open = true;
  return null;
};

const fromEntries: Method = (self, given, run) => {
  parts(self);
  const entries = argument(given, 0, "modules");
  if (entries !== undefined && entries !== null) nameAll(self, entries, run);
  if (given.open) self.open = true;
  return null;
};

export const containers: readonly Class[] = [
  sequential,
  container("ModuleList", numbered, fromItems),
  container("ModuleDict", named, fromEntries),
];
