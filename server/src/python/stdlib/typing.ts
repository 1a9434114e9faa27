import { types } from "../builtins/types";
import { classOf } from "../run/classes";
import { native, type Value, valueAt } from "../values";

const plain = "Any Callable Iterable Mapping Optional Sequence Union Generic Protocol NamedTuple ABC";
const same: readonly (readonly [string, string])[] = [
  ["Dict", "dict"],
  ["List", "list"],
  ["Set", "set"],
  ["Tuple", "tuple"],
  ["Type", "type"],
];

export const typing: readonly (readonly [string, Value])[] = [
  ...plain.split(" ").map((name) => [name, classOf(name, [])] as const),
  ...same.map(([name, type]) => [name, types.get(type)!] as const),
  ["TYPE_CHECKING", false],
  ["cast", native("cast", ({ positional }) => valueAt(positional, 1))],
];

const itself = native("itself", ({ positional }) => valueAt(positional, 0));

export const abc: readonly (readonly [string, Value])[] = [
  ["ABC", classOf("ABC", [])],
  ["abstractmethod", itself],
];
