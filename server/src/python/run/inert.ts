import { moduleClass } from "../nn/module-class";
import { isKind, type Value } from "../values";
import { lookUpIn } from "./classes";

/** Modules of Python that are nothing else: other names of libraries stand for what nobody knows. */
const modules = /^(?:math|torch|torch\.nn|torch\.nn\.functional)$/;

/**
 * Certainly no data, and nothing that acts as such by any of these methods: a function, a module of Python, or one of a
 * model.
 */
export function isInert(value: Value, ...methods: readonly string[]): boolean {
  if (isKind(value, "function") || isKind(value, "bound") || isKind(value, "native")) return true;
  if (isKind(value, "namespace")) return modules.test(value.name);
  if (!isKind(value, "object") || value.open || value.class.open) return false;
  const { order } = value.class;
  return (
    order.includes(moduleClass) && [...methods, "__getattr__"].every((name) => lookUpIn(order, name) === undefined)
  );
}

/** Of Python's own or of torch, so that it has no operator beside those that are known. */
export const isPlain = (value: Value): boolean =>
  value === null || typeof value !== "object" || /^(?:float|size|list|tuple|dict|tensor)$/.test(value.kind);
