import { type Message, plural, render, say } from "../core/message";
import { english, type Voice } from "../core/voice";
import { padEndTo, widest } from "../core/width";
import type { FileReport } from "./file-report";

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

/** By name, how many places of all files ask for it. */
export function unreadIn(files: readonly FileReport[]): { readonly [name: string]: number } {
  const all = new Map<string, number>();
  for (const { unread } of files) for (const [name, count] of unread ?? []) all.set(name, (all.get(name) ?? 0) + count);
  return Object.fromEntries([...all].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** The same as tables: what was reported, and what was not known. */
export const statistics = (files: readonly FileReport[], voice = english): string =>
  reported(files, voice) + unknown(files, voice);

function unknown(files: readonly FileReport[], voice: Voice): string {
  const all = Object.entries(unreadIn(files));
  if (!all.length) return "";
  const counts = widest(all.map(([, count]) => String(count)));
  const lines = all.map(([name, count]) => `${String(count).padStart(counts)}  ${name}\n`);
  return `${render(say`Names of which nothing is known, with how often they are used:`, voice)}\n${lines.join("")}`;
}

function reported(files: readonly FileReport[], voice: Voice): string {
  const all = Object.entries(statisticsOf(files));
  const ids = widest(all.map(([id]) => id));
  const counts = widest(all.map(([, { count }]) => String(count)));
  return all
    .map(([id, one]) => `${String(one.count).padStart(counts)}  ${padEndTo(id, ids)}  ${render(whereOf(one), voice)}\n`)
    .join("");
}

function whereOf({ count, fixable, files }: Statistic): Message {
  const where = plural(files, say`in ${files} file`, say`in ${files} files`);
  if (!fixable) return where;
  return fixable === count ? say`${where}, fixable` : say`${where}, ${fixable} fixable`;
}
