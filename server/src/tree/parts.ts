import type { Part } from "../core/part";
import { entriesOf, itemsOf, type Tree } from "./tree";

/** Every part of a text from its beginning on, outer ones before what is in them. */
export const partsOf = (tree: Tree | undefined, depth = 0): readonly Part[] => [
  ...entriesOf(tree).flatMap(({ key, keySpan, value }) => {
    if (value.kind === "scalar") return [];
    const span = { from: keySpan.from, to: Math.max(keySpan.to, endOf(value)) };
    return [{ key, keySpan, span, depth, flow: value.flow }, ...partsOf(value, depth + 1)];
  }),
  ...itemsOf(tree).flatMap((item) => {
    if (item.kind === "scalar") return [];
    const { from } = item.span;
    const span = { from, to: Math.max(from, endOf(item)) };
    return [{ keySpan: { from, to: from }, span, depth, flow: item.flow }, ...partsOf(item, depth + 1)];
  }),
];

/** Behind the last word, not behind the blanks that follow. */
function endOf(tree: Tree): number {
  if (tree.kind === "scalar" || tree.flow) return tree.span.to;
  const last = tree.kind === "map" ? tree.entries.at(-1) : tree.items.at(-1);
  if (!last) return tree.span.to;
  return "value" in last && "keySpan" in last ? Math.max(last.keySpan.to, endOf(last.value)) : endOf(last as Tree);
}
