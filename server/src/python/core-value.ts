import { asPython } from "../analysis/python-value";
import { showDim } from "../core/dim";
import { say } from "../core/message";
import type { ParamType, Reading } from "../core/param";
import type { Span } from "../core/span";
import { bool } from "../core/types";
import type { Value as CoreValue } from "../core/value";
import type { Spelling } from "../core/vocabulary";
import { typeOf } from "./keys";
import { isInert } from "./run/inert";
import { isKind, type List, type Tuple, type Value } from "./values";

/** A value as the argument of a parameter: what is no true or false stands for one, and no float for a whole number. */
export function argumentValue(value: Value, span: Span, type: ParamType<unknown> | undefined): CoreValue {
  const core = coreValue(value, span);
  // A number may be asked for where a function is not.
  if (type && type !== bool && isInert(value) && !isMismatch(type.read({ kind: "number", value: 1, span })))
    return { kind: "text", value: typeOf(value), span };
  if (type === bool && value === null) return { kind: "bool", value: false, span };
  if (!type || !hasFloat(value)) return type ? asPython(core, type) : core;
  const takesParts = [-0.5, 0.5].some((part) => !isMismatch(type.read(moved(value, core, part))));
  return takesParts || isMismatch(type.read(core)) ? core : refused(value, core);
}

/** What a parameter of an operator takes, by the name it is written with. */
export const typeIn = (spelling: Spelling | undefined, name: string): ParamType<unknown> | undefined =>
  spelling?.params[spelling.parameters.get(name) ?? ""]?.type;

const isMismatch = (reading: Reading<unknown>): boolean => reading !== "unknown" && "mismatch" in reading;

const isItems = (value: Value): value is List | Tuple => isKind(value, "list") || isKind(value, "tuple");
const hasFloat = (value: Value): boolean => (isItems(value) ? value.items.some(hasFloat) : isKind(value, "float"));

/** All that are floats in it as something else. */
function floatsAs(value: Value, core: CoreValue, other: (float: number) => CoreValue): CoreValue {
  if (isItems(value) && core.kind === "list")
    return { ...core, items: core.items.map((item, i) => floatsAs(value.items[i]!, item, other)) };
  return isKind(value, "float") && core.kind === "number" ? other(core.value) : core;
}

/** With floats beside those that are given; where whole numbers are wanted, none of them is taken. */
const moved = (value: Value, core: CoreValue, by: number): CoreValue =>
  floatsAs(value, core, (float) => ({ kind: "number", value: Math.floor(float) + by, span: core.span }));

const refused = (value: Value, core: CoreValue): CoreValue =>
  floatsAs(value, core, (float) => ({
    kind: "text",
    value: `${float}.0`,
    note: say`/ gives a float, and // a whole number`,
    span: core.span,
  }));

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
