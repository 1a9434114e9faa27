import type { Tree } from "./tree";

/** Whether two trees say the same, wherever it is written. */
export function isSameTree(a: Tree | undefined, b: Tree | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.kind === "scalar" && b.kind === "scalar")
    return Object.is(a.value, b.value) && a.source === b.source && a.plain === b.plain;
  if (a.kind === "list" && b.kind === "list")
    return a.items.length === b.items.length && a.items.every((item, i) => isSameTree(item, b.items[i]));
  if (a.kind !== "map" || b.kind !== "map" || a.entries.length !== b.entries.length) return false;
  return a.entries.every(({ key, value }, i) => key === b.entries[i]!.key && isSameTree(value, b.entries[i]!.value));
}
