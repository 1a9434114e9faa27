import { say } from "../core/message";
import { problem, type Report } from "../core/problem";
import type { Entry, Tree } from "./tree";

/** No map of a model has a tenth as many keys, and every key would be a problem of its own. */
const mostKeys = 10_000;

/** What `<<` brings into a map, behind the keys that stand above it. */
export interface Merged {
  readonly behind: number;
  readonly tree: Tree;
}

/** The entries of a map: no key twice, no more than anybody wrote, and those of merged maps unless written beside them. */
export function entriesFrom(read: readonly Entry[], merged: readonly Merged[], report: Report): readonly Entry[] {
  const beyond = read[mostKeys];
  if (beyond) {
    report(problem("too-large", beyond.keySpan, say`this map has more than ${mostKeys} keys; none of them is read`));
    return [];
  }
  if (!merged.length && read.length < 2) return read;
  const seen = new Set<string>();
  for (const { key, keySpan } of read) {
    if (seen.has(key)) report(problem("duplicate-key", keySpan, say`${key} is written twice here`));
    seen.add(key);
  }
  if (!merged.length) return read;
  const entries = [...read];
  for (const { behind, tree } of [...merged].reverse()) {
    const maps = tree.kind === "list" ? tree.items : [tree];
    const more = maps.flatMap((map) => (map.kind === "map" ? map.entries : []));
    entries.splice(behind, 0, ...more.filter(({ key }) => !seen.has(key) && seen.add(key)));
  }
  return entries;
}
