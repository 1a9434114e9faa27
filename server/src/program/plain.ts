import type { Value } from "../core/value";

/** A written value as plain data. */
export function plainOf(value: Value): unknown {
  if (value.kind === "null") return null;
  if (value.kind === "list") return value.items.map(plainOf);
  if (value.kind === "size") return value.dim;
  return "value" in value ? value.value : Number.NaN;
}
