import { isKind, type Key, type Value } from "./values";

/** No key that a program writes has more parts. */
const mostParts = 2_000;

/** Two values with one key are equal as keys of a dict; what may change is a key by itself alone. */
export function keyOf(value: Value, left: { parts: number } = { parts: mostParts }): Key {
  switch (typeof value) {
    case "string":
      return `"${value}`;
    case "number":
    case "boolean":
      return `${Number(value)}`;
  }
  if (value === null) return "None";
  if (isKind(value, "float")) return value.value === undefined ? value : `${value.value}`;
  if (!isKind(value, "tuple")) return value;
  left.parts -= value.items.length;
  if (left.parts < 0) return value;
  const keys = value.items.map((item) => keyOf(item, left));
  return keys.every((key) => typeof key === "string") ? `(${keys.map((key) => `${key.length}:${key}`)})` : value;
}

/** What Python calls the type of a value. */
export function typeOf(value: Value): string {
  if (value === null) return "NoneType";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return "int";
  if (value.kind === "object") return value.class.name;
  return names[value.kind] ?? "object";
}

const names: { readonly [kind: string]: string } = {
  size: "int",
  float: "float",
  list: "list",
  tuple: "tuple",
  dict: "dict",
  set: "set",
  slice: "slice",
  range: "range",
  tensor: "Tensor",
  function: "function",
  native: "builtin_function_or_method",
  bound: "method",
  class: "type",
  namespace: "module",
};
