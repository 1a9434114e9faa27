import type { Dim } from "./dim";
import type { Message } from "./message";
import type { Span } from "./span";

interface Written {
  readonly span: Span;
  /** How the effective value came from the written one, where the two differ. */
  readonly note?: Message;
  /** The number that stands in the text, where it was scaled. */
  readonly written?: number;
}

/** Answers what a formula asks for while a model is inferred: a size of some output, or nothing yet known. */
export type Sizes = (node: number, port: number, axis: SizeName) => Dim;
export type SizeName = "channels" | "height" | "width";

/** What a formula gives: a size, a condition, or nothing that can be said. */
export type Result = Dim | boolean | undefined;

/**
 * A literal as a person wrote it. Formats produce values, parameter types read them.
 *
 * A `formula` hangs on sizes that only inference knows; it becomes one of the others there. A `size`
 * is such a result that is no plain number. `opaque` is text a format understood to be a value but
 * could not evaluate: reading it gives "unknown", never a problem.
 */
export type Value = Written &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "bool"; readonly value: boolean }
    | { readonly kind: "null" }
    | { readonly kind: "list"; readonly items: readonly Value[] }
    | { readonly kind: "map"; readonly entries: readonly { readonly key: string; readonly value: Value }[] }
    | { readonly kind: "formula"; readonly text: string; of(sizes: Sizes): Result }
    | { readonly kind: "size"; readonly dim: Dim; readonly text: string }
    | { readonly kind: "opaque"; readonly text: string }
  );

export function literal(value: unknown, span: Span): Value {
  if (typeof value === "number") return { kind: "number", value, span };
  if (typeof value === "boolean") return { kind: "bool", value, span };
  if (value === null || value === undefined) return { kind: "null", span };
  return { kind: "text", value: String(value), span };
}

/** Puts in what inference knows; a value without formulas is itself. */
export function settle(value: Value, sizes: Sizes): Value {
  if (value.kind === "list") {
    if (!value.items.some((item) => item.kind === "formula" || item.kind === "list")) return value;
    return { ...value, items: value.items.map((item) => settle(item, sizes)) };
  }
  if (value.kind !== "formula") return value;
  const { span, text } = value;
  const note = value.note && { note: value.note };
  const result = value.of(sizes);
  if (result === undefined || Number.isNaN(result)) return { kind: "opaque", text, span };
  return {
    ...(typeof result === "object" ? { kind: "size", dim: result, text, span } : literal(result, span)),
    ...note,
  } as Value;
}

export const numberOf = (value: Value | undefined): number | undefined =>
  value?.kind === "number" ? value.value : undefined;

/** The words of a file for values that YAML and JSON write otherwise. */
type Literals = { readonly true: string; readonly false: string; readonly null: string };
const plain: Literals = { true: "true", false: "false", null: "null" };

/** As `show`, in the words of a file. */
export function showAs(value: Value, literals: Literals = plain): string {
  if (value.kind === "bool") return literals[`${value.value}`];
  if (value.kind === "null") return literals.null;
  return value.kind === "list" ? `[${value.items.map((item) => showAs(item, literals)).join(", ")}]` : show(value);
}

export function show(value: Value): string {
  switch (value.kind) {
    case "number":
    case "bool":
      return String(value.value);
    case "text":
      return JSON.stringify(value.value);
    case "null":
      return "null";
    case "list":
      return `[${value.items.map(show).join(", ")}]`;
    case "map":
      return `{ ${value.entries.map((entry) => `${entry.key}: ${show(entry.value)}`).join(", ")} }`;
    default:
      return value.text;
  }
}
