import type { FileReport } from "./file-report";

/** How often each id was reported, the most frequent first. */
export function statistics(files: readonly FileReport[]): string {
  const counts = new Map<string, number>();
  for (const { problems } of files) for (const { id } of problems) counts.set(id, (counts.get(id) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const width = Math.max(0, ...sorted.map(([, count]) => String(count).length));
  return sorted.map(([id, count]) => `${String(count).padStart(width)}  ${id}\n`).join("");
}
