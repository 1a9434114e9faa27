import type { Expr } from "../syntax/ast";
import { isDecorated, isKind, type Scope, type Value } from "../values";
import type { Machine } from "./machine";

/** What decorators make of a function or a class. One that is unknown is taken for one that leaves it as it is. */
export function decorated(machine: Machine, decorators: readonly Expr[], value: Value, scope: Scope): Value {
  return decorators.reduceRight((made, decorator) => decorate(machine, decorator, made, scope), value);
}

function decorate(machine: Machine, decorator: Expr, value: Value, scope: Scope): Value {
  const called = decorator.kind === "call" ? decorator.callee : decorator;
  const name = called.kind === "attribute" ? called.name : called.kind === "name" ? called.id : "";
  if (name === "dataclass" && isKind(value, "class")) {
    value.fields = value.declared ?? [];
    return value;
  }
  if (decorator.kind === "attribute" && decorator.name === "setter") {
    const property = machine.evaluate(decorator.of, scope);
    return isDecorated(property, "property") ? { ...property, setter: value } : value;
  }
  const by = machine.evaluate(decorator, scope);
  if (by === null || typeof by !== "object") return value;
  switch (by.kind) {
    case "native":
    case "function":
    case "class":
    case "bound":
    case "object": {
      const made = machine.invoke(by, [value]);
      return isKind(made, "unknown") ? value : made;
    }
  }
  return value;
}
