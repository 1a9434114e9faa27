import { showDim } from "../core/dim";
import type { Span } from "../core/span";
import type { Value as CoreValue } from "../core/value";
import { typeOf } from "./keys";
import type { Value } from "./values";

/** A value of the program as an argument in a graph: what is not known there is opaque, of which nothing is ever told. */
export function coreValue(value: Value, span: Span): CoreValue {
  if (value === null) return { kind: "null", span };
  if (typeof value === "number") return { kind: "number", value, span };
  if (typeof value === "boolean") return { kind: "bool", value, span };
  if (typeof value === "string") return { kind: "text", value, span };
  if (value.kind === "size") return { kind: "size", dim: value.dim, text: showDim(value.dim), span };
  if (value.kind === "float" && value.value !== undefined) return { kind: "number", value: value.value, span };
  if (value.kind === "tuple" || (value.kind === "list" && !value.open))
    return { kind: "list", items: value.items.map((item) => coreValue(item, span)), span };
  return { kind: "opaque", text: typeOf(value), span };
}
