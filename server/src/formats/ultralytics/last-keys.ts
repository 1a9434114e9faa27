import { type Entry, entriesOf, type Tree } from "../../tree/tree";

/** A map as Python reads it: of equal keys the last counts, at the place of the first; so it is in the maps inside. */
export function withLastKeys(tree: Tree): Tree {
  if (tree.kind !== "map") return tree;
  const last = new Map<string, Entry>();
  for (const entry of entriesOf(tree)) last.set(entry.key, entry);
  const entries = [...last.values()].map((entry) => ({ ...entry, value: withLastKeys(entry.value) }));
  return { ...tree, entries };
}
