import type { Span } from "../core/span";
import { literal, type Value } from "../core/value";
import type { Tree, TreeScalar } from "./tree";

/** A tree as a value. Formats whose scalars mean something else bring their own reading of them. */
export function toValue(tree: Tree, scalar: (tree: TreeScalar) => unknown = ({ value }) => value): Value {
  const { span } = tree;
  if (tree.kind === "list") return { kind: "list", items: tree.items.map((item) => toValue(item, scalar)), span };
  if (tree.kind === "scalar") return literal(scalar(tree), span);
  const entries = tree.entries.map(({ key, value }) => ({ key, value: toValue(value, scalar) }));
  return { kind: "map", entries, span };
}

/** As `toValue`; what is missing is found at its key. */
export function valueAt(tree: Tree, at: Span, scalar?: (tree: TreeScalar) => unknown): Value {
  const value = toValue(tree, scalar);
  return value.span.from === value.span.to ? { ...value, span: at } : value;
}
