import {
  type Arguments,
  isKind,
  type Learning,
  type Module,
  native,
  type Obj,
  type Run,
  type Tensor,
  unknown,
  type Value,
  valueAt,
} from "../values";

/** A value with all that is in it made anew; what is in it twice is so in the copy. */
function deep(value: Value, made: Map<object, Value>, given: Arguments, run: Run): Value {
  if (value === null || typeof value !== "object") return value;
  run.step();
  const known = made.get(value);
  if (known !== undefined) return known;
  const keep = <T extends Value & object>(copy: T): T => {
    made.set(value, copy);
    return copy;
  };
  const again = (one: Value): Value => deep(one, made, given, run);
  const map = <K>(from: Map<K, Value>): Map<K, Value> => new Map([...from].map(([key, one]) => [key, again(one)]));
  if (isKind(value, "list")) {
    const copy = keep({ ...value });
    copy.items = value.items.map(again);
    return copy;
  }
  if (isKind(value, "tuple")) return keep({ ...value, items: value.items.map(again) });
  if (isKind(value, "dict"))
    return keep({
      ...value,
      entries: new Map([...value.entries].map(([key, [name, entry]]) => [key, [name, again(entry)] as const])),
    });
  if (isKind(value, "tensor") && value.parameter) return keep(parameter(value, given, run));
  if (!isKind(value, "object")) return value;
  const copy: Obj = keep({ ...value, attributes: new Map() });
  for (const [name, one] of map(value.attributes)) copy.attributes.set(name, one);
  const { module } = value;
  if (module) {
    // Whether they are trained is said of the copy by itself.
    const { own, ...rest } = module;
    copy.module = {
      ...rest,
      modules: map(module.modules),
      parameters: map(module.parameters),
      buffers: map(module.buffers),
      ...(own && { own: copied(own) }),
    };
  }
  return copy;
}

function parameter({ shape, learning }: Tensor, given: Arguments, run: Run): Tensor {
  return run.tensor(shape, given, { parameter: true, ...(learning && { learning: copiedOf(learning) }) });
}

const copiedOf = ({ of, name }: Learning): Learning => ({ of: new Map(of), name });

/** All parameters of a layer keep in one place whether they are trained. */
function copied(own: NonNullable<Module["own"]>): Module["own"] {
  const [first] = own;
  const of = new Map(first?.[1].learning?.of);
  return own.map(([name, one]) => [name, { ...one, learning: { of, name } }]);
}

function shallow(value: Value): Value {
  if (isKind(value, "list")) return { ...value };
  if (isKind(value, "dict")) return { ...value, entries: new Map(value.entries) };
  return isKind(value, "object") && !value.module ? { ...value, attributes: new Map(value.attributes) } : unknown;
}

export const copy: readonly (readonly [string, Value])[] = [
  ["copy", native("copy", ({ positional }) => shallow(valueAt(positional, 0)))],
  ["deepcopy", native("deepcopy", (given, run) => deep(valueAt(given.positional, 0), new Map(), given, run))],
];
