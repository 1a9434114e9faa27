import { type Dim, isKnown, showDim } from "../core/dim";
import type { ParamType } from "../core/param";
import type { Span } from "../core/span";
import { show, type Value } from "../core/value";

/** A value that no text is behind. */
export const nowhere: Span = { from: 0, to: 0 };

/** Whatever a constructor of Python may take: nobody has said more of it. */
export const written: ParamType<unknown> = {
  label: "any value",
  schema: {},
  suggest: [],
  read: (value) => (value.kind === "opaque" || value.kind === "formula" ? "unknown" : { ok: plainOf(value) }),
  show: (value) => show(asValue(value)),
};

function plainOf(value: Value): unknown {
  if (value.kind === "list") return value.items.map(plainOf);
  if (value.kind === "size") return value.dim;
  return value.kind === "null" ? null : "value" in value ? value.value : show(value);
}

/** The inverse: an argument as formulas and layers can use it. */
export function asValue(plain: unknown): Value {
  const span = nowhere;
  if (Array.isArray(plain)) return { kind: "list", items: plain.map(asValue), span };
  if (typeof plain === "object" && plain !== null)
    return { kind: "size", dim: plain as Dim, text: showDim(plain as Dim), span };
  if (typeof plain === "number")
    return isKnown(plain) ? { kind: "number", value: plain, span } : { kind: "opaque", text: "?", span };
  if (typeof plain === "boolean") return { kind: "bool", value: plain, span };
  return plain === null || plain === undefined ? { kind: "null", span } : { kind: "text", value: String(plain), span };
}

/** A default as Python writes it; what is none of its simple values stays a text. */
export function pythonValue(text: string): unknown {
  const inner = /^[([](.*)[)\]]$/s.exec(text)?.[1];
  if (inner !== undefined && !/[([]/.test(inner))
    return inner
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map(pythonValue);
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^(?:none|null|~)$/i.test(text)) return null;
  if (text !== "" && Number.isFinite(Number(text))) return Number(text);
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}
