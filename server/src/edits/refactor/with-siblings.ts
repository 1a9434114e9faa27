import { lineBreakIn } from "../../core/lines";
import type { Edit } from "../../core/problem";
import { withSibling } from "../../formats/native/naming";
import type { Tree } from "../../tree/tree";

/** A key beside an operator, and its value as it is written. */
export type Sibling = readonly [key: string, value: string];

/** As `withSibling` for several keys: a word that becomes a map becomes one once. */
export function withSiblings(tree: Tree, siblings: readonly Sibling[], text: string): Edit | undefined {
  const br = lineBreakIn(text);
  const [first, ...rest] = siblings;
  const edit = first && withSibling(tree, first[0], first[1], text);
  if (!edit) return undefined;
  const [, indent] = /[\r\n]([ ]*)[^\r\n]*$/.exec(edit.text) ?? [];
  if (indent !== undefined) {
    const below = rest.map(([key, value]) => `${br}${indent}${key}: ${value}`);
    return { span: edit.span, text: edit.text + below.join("") };
  }
  const isJson = /"\w+": (?:"[^"]*"|[^"]*)$/.test(edit.text.replace(/ \}$/, ""));
  const beside = rest.map(([key, value]) =>
    isJson ? `, "${key}": ${/^[A-Za-z_]/.test(value) ? `"${value}"` : value}` : `, ${key}: ${value}`,
  );
  const [, head = "", end = ""] = /^([\s\S]*?)( \})?$/.exec(edit.text)!;
  return { span: edit.span, text: head + beside.join("") + end };
}
