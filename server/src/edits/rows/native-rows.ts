import { withSibling } from "../../formats/native/naming";
import type { Document } from "../../tree/document";
import { entriesOf, get, isMissing, itemsOf, type Tree, textOf } from "../../tree/tree";
import { endOfTree } from "../edit-call";
import { withoutSibling } from "../edit-item";
import { itemOf, siblingOf } from "../items";
import type { Reference, Row, Sheet } from "./sheet";
import { spanOfRow } from "./spot";

/** The layers of the model, and those of each block. */
export const nativeRows = ({ root, text }: Document, json: boolean): readonly Sheet[] =>
  [undefined, ...entriesOf(get(root, "blocks"))].flatMap((block) => {
    const sheet = sheetOf(block ? block.value : root, text, json);
    return sheet ? [{ ...sheet, ...(block && { block: block.key }) }] : [];
  });

/** Nothing where an item is no layer, since no number is certain then. */
function sheetOf(body: Tree | undefined, text: string, json: boolean): Sheet | undefined {
  const list = get(body, "layers");
  if (list?.kind !== "list" || !list.items.length || list.items.some((item) => isMissing(item) || !itemOf(item).op))
    return undefined;
  const named = new Map<string, number>();
  const rows = list.items.map((tree, i): Row => {
    const item = itemOf(tree);
    const span = spanOfRow(tree, text);
    const from = siblingOf(item, "from");
    const naming = siblingOf(item, "name");
    const name = textOf(naming);
    const reads = from ? readsOf(from, i, named) : [{ span, target: i - 1, written: "nothing" as const }];
    if (name !== undefined && !named.has(name)) named.set(name, i);
    return {
      tree,
      list,
      span,
      reads,
      op: item.op,
      key: `${item.op} ${item.call ? text.slice(item.call.value.span.from, item.call.value.span.to).trim() : ""}`,
      ...(name !== undefined && { name, naming: naming!.span }),
      ...(siblingOf(item, "only") && { aside: true }),
    };
  });
  const written = get(body, "outputs");
  const last = rows.findLastIndex(({ aside }) => !aside);
  return {
    text,
    json,
    lists: [list],
    rows,
    outputs: written ? readsOf(written, rows.length, named) : [],
    ...(!written && last >= 0 && { last }),
    counts: false,
    blank: json ? `"Identity"` : "Identity",
    needs: (name) => rows.some(({ tree }) => needsIn(tree, name)) || needsIn(written, name),
    reading: ({ tree }, what) => withSibling(tree, "from", what, text),
    nameless: (row) => namelessText(row, text),
  };
}

function readsOf(from: Tree, row: number, named: ReadonlyMap<string, number>): readonly Reference[] {
  return (from.kind === "list" ? from.items : [from]).map((one): Reference => {
    const { span } = one;
    const value = one.kind === "scalar" ? one.value : undefined;
    const isBack = typeof value === "number" && Number.isInteger(value) && value < 0 && row + value >= -1;
    if (isBack) return { span, target: row + value, written: "relative" };
    const [name = ""] = /^[^.]*/.exec(typeof value === "string" ? value : "")!;
    return { span, target: named.get(name), written: "name" };
  });
}

/** Whether a name stands where its row cannot be counted: one of several results, an expression, shared weights. */
function needsIn(tree: Tree | undefined, name: string): boolean {
  if (tree?.kind === "map")
    return tree.entries.some(({ key, value }) => (key === "weights" && textOf(value) === name) || needsIn(value, name));
  if (tree?.kind === "list") return itemsOf(tree).some((item) => needsIn(item, name));
  const text = textOf(tree) ?? "";
  return text.startsWith(`${name}.`) || (text.includes("$") && text.split(/\W+/).includes(name));
}

function namelessText({ tree, span }: Row, text: string): string {
  const naming = entriesOf(tree).find(({ key }) => key === "name");
  if (!naming) return text.slice(span.from, span.to);
  const gone = withoutSibling(naming, tree, text);
  const rest = text.slice(span.from, gone.from) + text.slice(Math.min(gone.to, span.to), span.to);
  return endOfTree(naming.value) >= span.to ? rest.trimEnd() : rest;
}
