import { lineStart } from "../core/lines";
import type { Edit } from "../core/problem";
import type { Span } from "../core/span";
import type { Entry, Tree } from "../tree/tree";
import { editCall, endOfTree, lineOf } from "./edit-call";
import { type Item, siblingOf } from "./items";
import { type Renumber, renumbered } from "./references";
import type { Group, Said } from "./said";
import { layerText, type Style } from "./write";

export function styleOf({ tree }: Item, list: Tree, text: string, json: boolean): Style {
  const flow = list.kind === "list" && list.flow;
  const before = text.slice(lineStart(text, tree.span.from), tree.span.from);
  return { json, flow, indent: before.replace(/-(?=\s*$)/, " ") };
}

/** One layer with those before and behind it: what it reads goes to the first, its name to the last, conditions to all. */
export function editItem(item: Item, group: Group, renumber: Renumber, style: Style, text: string): readonly Edit[] {
  const { before, main, after } = group;
  const { tree, call, siblings } = item;
  const edits = editCall(tree, call, main, text, style.json) ?? [];
  if (!before.length && !after.length) return edits;
  const lead = text.slice(lineStart(text, tree.span.from), tree.span.from);
  const between = style.flow ? (/^\s*$/.test(lead) ? `,\n${lead}` : ", ") : `\n${lead}`;
  const copied = (...keys: readonly string[]): readonly (readonly [string, string])[] =>
    keys.flatMap((key) => {
      const value = siblingOf(item, key);
      return value ? [[key, renumbered(value, renumber, text)] as const] : [];
    });
  const put = (said: Said, ...keys: readonly string[]): string =>
    layerText(said, copied(...keys, "when", "only"), text, style);
  const first = before.map((said, i) => put(said, ...(i ? [] : ["from"])) + between).join("");
  const last = after.map((said, i) => between + put(said, ...(i === after.length - 1 ? ["name"] : []))).join("");
  const goes = ({ key }: Entry): boolean =>
    (key === "from" && before.length > 0) || (key === "name" && after.length > 0) || key === "repeat";
  const removed = siblings.filter(goes).map((entry) => withoutSibling(entry, tree, text));
  const end = style.flow ? tree.span.to : endOfLine(endOfTree(tree), text);
  // Where the line goes behind which the last layers come, they take its place.
  const instead = removed.find((span) => last && span.from < end && end <= span.to);
  return [
    ...(first ? [{ span: { from: tree.span.from, to: tree.span.from }, text: first }] : []),
    ...edits,
    ...removed.map((span) => ({
      span,
      text: span === instead ? last.slice(style.flow ? 0 : 1) + text.slice(end, span.to) : "",
    })),
    ...(last && !instead ? [{ span: { from: end, to: end }, text: last }] : []),
  ];
}

const endOfLine = (at: number, text: string): number =>
  at + (/^[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(at))?.[0].length ?? 0);

/** What goes with a key beside an operator: its line, or the comma before it. */
export function withoutSibling({ keySpan, value }: Entry, tree: Tree, text: string): Span {
  const span = { from: keySpan.from, to: endOfTree(value) };
  if (tree.kind !== "map" || !tree.flow) return lineOf(span, text);
  const comma = text.lastIndexOf(",", span.from);
  return { from: comma > tree.span.from ? comma : span.from, to: span.to };
}
