import { believedTimes } from "./clock";
import type { Entry, Event, Stamp } from "./event";

/**
 * The entries of several logs, each once, by the time that is written in them. Whatever order and however often the
 * logs are given, the outcome is the same.
 */
export function merged(logs: readonly (readonly Entry[])[]): readonly Entry[] {
  const byId = new Map<string, Entry>();
  for (const log of logs)
    for (const entry of log) {
      const other = byId.get(entry.stamp.id);
      // Two of one id are one event, unless somebody edited a log: then which one counts must not hang on the order.
      if (!other || entry.line < other.line) byId.set(entry.stamp.id, entry);
    }
  return [...byId.values()].sort((a, b) => inTime(a.stamp, b.stamp));
}

/** What has happened and was not undone, in order, each at the time that is believed of it. */
export function happened(entries: readonly Entry[]): readonly Event[] {
  const gone = undone(entries);
  const events = entries.flatMap(({ event }) => (event && event.kind !== "undo" && !gone.has(event.id) ? [event] : []));
  // An answer that was taken back must leave no trace, so nothing that is gone has a say in what clocks are believed.
  const times = believedTimes(events);
  const dated = events.map((event): Event => {
    const at = times.get(event.id)!;
    return at === event.at ? event : { ...event, at };
  });
  return dated.sort(inTime);
}

/** The ids of what was undone. The last undo is looked at first: it may be another undo that it takes back. */
export function undone(entries: readonly Entry[]): ReadonlySet<string> {
  const numbers = new Map(entries.map(({ stamp }) => [stamp.id, stamp.n]));
  const undos = entries.flatMap(({ event }) => (event?.kind === "undo" ? [event] : []));
  const gone = new Set<string>();
  // Nobody takes back what comes later: only a log that was edited says so.
  for (const { id, n, of } of undos.sort((a, b) => b.n - a.n || byLetter(a.id, b.id)))
    if (!gone.has(id) && (numbers.get(of) ?? 0) < n) gone.add(of);
  return gone;
}

const inTime = (a: Stamp, b: Stamp): number => a.at - b.at || a.n - b.n || byLetter(a.id, b.id);
const byLetter = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
