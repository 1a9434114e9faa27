import { type Name, wordIn } from "../../core/name";
import type { Span } from "../../core/span";
import type { Document } from "../../tree/document";
import { type Entry, entriesOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";

/** Rows have no names. Scales have, and rows name keys of the file. */
export function namesIn({ root, text }: Document): readonly Name[] {
  const keys = new Map(entriesOf(root).map((entry) => [entry.key, entry]));
  const args = ["backbone", "head"].flatMap((part) => itemsOf(get(root, part)).map((row) => itemsOf(row)[3]));
  const uses = args.flatMap((list) => (list ? textsIn(list) : [])).filter((one) => keys.has(textOf(one)!));
  const used = new Set(uses.map((one) => keys.get(textOf(one)!)!));
  const named = (kind: Name["kind"], { key, keySpan }: Entry, at: Span): readonly Name[] => {
    const span = wordIn(key, at, text);
    const fixed = kind === "key" ? ({ fixed: true } as const) : undefined;
    return span ? [{ kind, name: key, span, of: keySpan.from, scope: kind, ...fixed }] : [];
  };
  const whole = (entry: Entry, kind: Name["kind"]): readonly Name[] =>
    named(kind, entry, entry.keySpan).map((name) => ({
      ...name,
      whole: { from: entry.keySpan.from, to: Math.max(entry.keySpan.to, entry.value.span.to) },
    }));
  return [
    ...entriesOf(get(root, "scales")).flatMap((entry) => whole(entry, "scale")),
    ...[...used].flatMap((entry) => whole(entry, "key")),
    ...uses.flatMap((one) => named("key", keys.get(textOf(one)!)!, one.span)),
  ].sort((a, b) => a.span.from - b.span.from);
}

const textsIn = (tree: Tree): readonly Tree[] =>
  tree.kind === "list" ? tree.items.flatMap(textsIn) : textOf(tree) === undefined ? [] : [tree];
