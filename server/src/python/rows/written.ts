import type { ParamType } from "../../core/param";
import type { Value as Written } from "../../core/value";
import { list, type Value } from "../values";

/** What stands for an argument that is left out, of which the class says what it is then. */
export class Default {
  constructor(readonly text: string) {}
}

/** Whatever a constructor may take. */
export const written: ParamType<any> = {
  label: "a value",
  schema: {},
  suggest: [],
  read(value) {
    const plain = plainOf(value);
    return plain === undefined ? "unknown" : { ok: plain };
  },
  show: (value: unknown) => (value instanceof Default ? value.text : String(value)),
};

/** Nothing where somebody has to know more than the text to tell. */
export function plainOf(value: Written): unknown {
  if (value.kind === "opaque" || value.kind === "formula" || value.kind === "map") return undefined;
  if (value.kind === "null") return null;
  if (value.kind === "size") return value.dim;
  if (value.kind !== "list") return value.kind === "text" && /[.(]/.test(value.value) ? undefined : value.value;
  const items = value.items.map(plainOf);
  return items.includes(undefined) ? undefined : items;
}

/** The same as a value of the program. */
export function pythonOf(plain: unknown): Value {
  if (Array.isArray(plain)) return list(plain.map(pythonOf));
  if (typeof plain === "number") return Number.isInteger(plain) ? plain : { kind: "float", value: plain };
  if (typeof plain === "string" || typeof plain === "boolean" || plain === null) return plain;
  return { kind: "unknown" };
}
