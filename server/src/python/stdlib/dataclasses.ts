import { classOf } from "../run/classes";
import { firstOf, isKind, native, type Obj, unknown, type Value, valueAt } from "../values";

const fieldClass = classOf("field", []);

/** What `field(default_factory=list)` says is looked at where an instance is made. */
const field = native("field", (given): Value => {
  const attributes = new Map([...given.named].map(([name, { value }]) => [name, value]));
  const made: Obj = { kind: "object", class: fieldClass, attributes, open: given.open, made: given };
  return made;
});

/** Another instance, with some of its fields changed. */
const replace = native("replace", ({ positional: [of], named, ...given }, run) => {
  if (!of || !isKind(of.value, "object")) return unknown;
  const { attributes, class: cls } = of.value;
  if (!cls.fields) return unknown;
  const kept = cls.fields.filter(({ default: standard }) => !isComputed(standard));
  const fields = kept.flatMap(({ name }) => {
    const value = firstOf(named.get(name)?.value, attributes.get(name));
    return value === undefined ? [] : [[name, { value, span: of.span }] as const];
  });
  return run.call(cls, { ...given, positional: [], named: new Map(fields) });
});

const isComputed = (standard: Value | undefined): boolean =>
  standard !== undefined && isKind(standard, "object") && standard.attributes.get("init") === false;

export const dataclasses: readonly (readonly [string, Value])[] = [
  ["dataclass", native("dataclass", ({ positional }) => valueAt(positional, 0))],
  ["field", field],
  ["replace", replace],
];
