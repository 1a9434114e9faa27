import type { Span } from "../core/span";
import type { Document } from "./document";
import type { Tree } from "./tree";

/** Values from elsewhere may be as deep as they like, but no model is. */
const deepest = 100;

/**
 * Values that never were text, such as a model inside a line of JSON. Nothing in them has a place; each
 * gets an empty span of its own all the same, since problems are told apart by their spans.
 */
export function fromPlain(value: unknown): Document {
  let next = 0;
  const span = (): Span => ({ from: next, to: next++ });
  const convert = (inner: unknown, depth: number): Tree => {
    if (depth > deepest) return { kind: "scalar", value: null, source: "null", plain: true, span: span() };
    if (Array.isArray(inner))
      return { kind: "list", items: inner.map((item) => convert(item, depth + 1)), span: span(), flow: true };
    if (typeof inner === "object" && inner !== null) {
      const entries = Object.entries(inner).map(([key, one]) => ({
        key,
        keySpan: span(),
        value: convert(one, depth + 1),
      }));
      return { kind: "map", entries, span: span(), flow: true };
    }
    const kept = typeof inner === "number" || typeof inner === "boolean" ? inner : inner == null ? null : String(inner);
    return { kind: "scalar", value: kept, source: String(inner), plain: typeof inner !== "string", span: span() };
  };
  return { text: "", root: convert(value, 0), problems: [], comments: [] };
}
