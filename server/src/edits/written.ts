import type { Edit } from "../core/problem";
import type { Span } from "../core/span";
import type { Document } from "../tree/document";
import { entriesOf, itemsOf, type Tree } from "../tree/tree";
import { parseYaml } from "../tree/yaml";
import { requoted } from "./edit-call";

/** What an edit puts into a text: words keep the quotes around them, and what stands for a value in JSON is one there. */
export function written({ span, text: put, word }: Edit, { text, root }: Document, json: boolean): string {
  if (json && !isJson(put) && isValue(root, span)) return jsonOf(parseYaml(put).root);
  return word ? requoted(span, put, text) : put;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether just this is a whole value; within a text there are none. */
function isValue(tree: Tree | undefined, { from, to }: Span): boolean {
  if (!tree || tree.span.from > from || tree.span.to < to) return false;
  if (tree.span.from === from && tree.span.to === to) return true;
  const inner = [...itemsOf(tree), ...entriesOf(tree).map(({ value }) => value)];
  return inner.some((one) => isValue(one, { from, to }));
}

/** Numbers stay as they are written. */
function jsonOf(tree: Tree | undefined): string {
  if (tree?.kind === "list") return `[${tree.items.map(jsonOf).join(", ")}]`;
  if (tree?.kind === "map") {
    const pairs = tree.entries.map(({ key, value }) => `${JSON.stringify(key)}: ${jsonOf(value)}`);
    return pairs.length ? `{ ${pairs.join(", ")} }` : "{}";
  }
  if (!tree) return "null";
  return tree.plain && isJson(tree.source) ? tree.source : JSON.stringify(tree.value);
}
