import { pythonScalar } from "../../formats/ultralytics/scalar";
import type { Document } from "../../tree/document";
import { get, itemsOf, type Tree, type TreeList, textOf } from "../../tree/tree";
import type { Reference, Row, Sheet } from "./sheet";
import { spanOfRow } from "./spot";

/** `backbone` and `head`, which count through. Nothing where a row is none, since no number is certain then. */
export function ultralyticsRows({ root, text }: Document, json: boolean): Sheet | undefined {
  const parts = ["backbone", "head"].map((part) => get(root, part));
  if (parts.some((part) => part && part.kind !== "list" && textOf(part) !== undefined)) return undefined;
  const rows: Row[] = [];
  const lists: TreeList[] = [];
  for (const list of parts)
    if (list?.kind === "list" && list.items.length) {
      lists.push(list);
      for (const tree of list.items) {
        if (itemsOf(tree).length !== 4 || textOf(itemsOf(tree)[2]) === undefined) return undefined;
        const [from, , module, args] = itemsOf(tree);
        const op = textOf(module)!;
        const reads = readsOf(from!, rows.length);
        const key = `${op} ${args ? text.slice(args.span.from, args.span.to) : ""}`;
        rows.push({ tree, list, span: spanOfRow(tree, text), reads, op, key });
      }
    }
  const blank = json ? `[-1, 1, "nn.Identity", []]` : "[-1, 1, nn.Identity, []]";
  return {
    text,
    json,
    lists,
    rows: rows.map((row) => ({ ...row, reads: row.reads.map((ref) => inside(ref, rows.length)) })),
    outputs: [],
    ...(rows.length && { last: rows.length - 1 }),
    counts: true,
    blank,
    needs: () => false,
    reading: () => undefined,
    nameless: ({ span }) => text.slice(span.from, span.to),
  };
}

function readsOf(from: Tree, row: number): readonly Reference[] {
  return (from.kind === "list" ? from.items : [from]).map((one): Reference => {
    const value = one.kind === "scalar" ? pythonScalar(one) : undefined;
    const { span } = one;
    if (typeof value !== "number" || !Number.isInteger(value)) return { span, target: undefined, written: "name" };
    if (value >= 0) return { span, target: value, written: "absolute" };
    const target = row + value;
    // Only the first row reads the image.
    return { span, target: target >= 0 || (row + value === -1 && row === 0) ? target : undefined, written: "relative" };
  });
}

const inside = (ref: Reference, count: number): Reference =>
  ref.target !== undefined && ref.target >= count ? { ...ref, target: undefined } : ref;
