import type { Span } from "./span";

interface Written {
  readonly span: Span;
  /** How the effective value came from the written one, where the two differ. */
  readonly note?: string;
}

/**
 * A literal as a person wrote it. Formats produce values, parameter types read them.
 *
 * `opaque` is text a format understood to be a value but could not evaluate, such as a Python
 * expression. Reading it gives "unknown", never a problem.
 */
export type Value = Written &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "bool"; readonly value: boolean }
    | { readonly kind: "null" }
    | { readonly kind: "list"; readonly items: readonly Value[] }
    | { readonly kind: "opaque"; readonly text: string }
  );

export function show(value: Value): string {
  switch (value.kind) {
    case "number":
      return String(value.value);
    case "text":
      return JSON.stringify(value.value);
    case "bool":
      return String(value.value);
    case "null":
      return "null";
    case "list":
      return `[${value.items.map(show).join(", ")}]`;
    case "opaque":
      return value.text;
  }
}
