import { classOf } from "../run/classes";
import { native, type Obj, type Value, valueAt } from "../values";

const fieldClass = classOf("field", []);

/** What `field(default_factory=list)` says is looked at where an instance is made. */
const field = native("field", (given): Value => {
  const attributes = new Map([...given.named].map(([name, { value }]) => [name, value]));
  const made: Obj = { kind: "object", class: fieldClass, attributes, open: given.open, made: given };
  return made;
});

export const dataclasses: readonly (readonly [string, Value])[] = [
  ["dataclass", native("dataclass", ({ positional }) => valueAt(positional, 0))],
  ["field", field],
];
