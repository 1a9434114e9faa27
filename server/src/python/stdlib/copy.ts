import { isKind, native, type Obj, unknown, type Value, valueAt } from "../values";

/** A value with all that is in it made anew; what is in it twice is so in the copy. */
function deep(value: Value, made: Map<object, Value>): Value {
  if (value === null || typeof value !== "object") return value;
  const known = made.get(value);
  if (known !== undefined) return known;
  const keep = <T extends Value & object>(copy: T): T => {
    made.set(value, copy);
    return copy;
  };
  const map = <K>(from: Map<K, Value>): Map<K, Value> => new Map([...from].map(([key, one]) => [key, deep(one, made)]));
  if (isKind(value, "list")) {
    const copy = keep({ ...value });
    copy.items = value.items.map((item) => deep(item, made));
    return copy;
  }
  if (isKind(value, "tuple")) return keep({ ...value, items: value.items.map((item) => deep(item, made)) });
  if (isKind(value, "dict"))
    return keep({
      ...value,
      entries: new Map([...value.entries].map(([key, [name, entry]]) => [key, [name, deep(entry, made)] as const])),
    });
  if (!isKind(value, "object")) return value;
  const copy: Obj = keep({ ...value, attributes: new Map() });
  for (const [name, one] of map(value.attributes)) copy.attributes.set(name, one);
  const { module } = value;
  if (module)
    copy.module = {
      ...module,
      modules: map(module.modules),
      parameters: map(module.parameters),
      buffers: map(module.buffers),
    };
  return copy;
}

function shallow(value: Value): Value {
  if (isKind(value, "list")) return { ...value };
  if (isKind(value, "dict")) return { ...value, entries: new Map(value.entries) };
  return isKind(value, "object") && !value.module ? { ...value, attributes: new Map(value.attributes) } : unknown;
}

export const copy: readonly (readonly [string, Value])[] = [
  ["copy", native("copy", ({ positional }) => shallow(valueAt(positional, 0)))],
  ["deepcopy", native("deepcopy", ({ positional }) => deep(valueAt(positional, 0), new Map()))],
];
