import type { FileReport } from "./file-report";
import { plural } from "./numbers";

/** How often an id was reported, for how many of these there is a fix, and in how many files. */
export interface Statistic {
  readonly count: number;
  readonly fixable: number;
  readonly files: number;
}

/** By id, the most frequent first. */
export function statisticsOf(files: readonly FileReport[]): { readonly [id: string]: Statistic } {
  const all = new Map<string, { count: number; fixable: number; files: number }>();
  for (const { problems } of files) {
    const here = new Set<string>();
    for (const { id, fixes } of problems) {
      const one = all.get(id) ?? { count: 0, fixable: 0, files: 0 };
      all.set(id, one);
      one.count++;
      if (fixes?.length) one.fixable++;
      if (!here.has(id)) one.files++;
      here.add(id);
    }
  }
  return Object.fromEntries([...all].sort(([a, m], [b, n]) => n.count - m.count || (a < b ? -1 : 1)));
}

/** The same as a table. */
export function statistics(files: readonly FileReport[]): string {
  const all = Object.entries(statisticsOf(files));
  const wide = (words: readonly string[]): number => Math.max(0, ...words.map(({ length }) => length));
  const ids = wide(all.map(([id]) => id));
  const counts = wide(all.map(([, { count }]) => String(count)));
  return all
    .map(([id, { count, fixable, files: places }]) => {
      const fixes = fixable ? `, ${fixable === count ? "fixable" : `${fixable} fixable`}` : "";
      return `${String(count).padStart(counts)}  ${id.padEnd(ids)}  in ${plural(places, "file")}${fixes}\n`;
    })
    .join("");
}
