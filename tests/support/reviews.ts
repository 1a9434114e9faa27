import type { Entry, Fact } from "../../server/src/review/event";
import type { Store } from "../../server/src/review/journal";
import { lineOf } from "../../server/src/review/write-line";

/** A moment at which nothing in particular happens: 1 March 2026, 12:00 in Greenwich. */
export const noon = 1_772_366_400_000;
export const minute = 60_000;
export const day = 24 * 60 * minute;

/** An event as it stands in a log; its id is made of device and number. */
export function entry(n: number, at: number, fact: Fact, device = "desk"): Entry {
  const stamp = { id: `${device}-${n}`, n, at, device };
  const event = { ...stamp, ...fact };
  return { stamp, event, line: lineOf(event) };
}

/** Facts one after the other, each some time after the one before. */
export function told(facts: readonly (readonly [after: number, fact: Fact])[], device = "desk"): readonly Entry[] {
  let at = noon;
  return facts.map(([after, fact], i) => {
    at += after;
    return entry(i + 1, at, fact, device);
  });
}

export const review = (card: string, grade: 1 | 2 | 3 | 4): Fact => ({ kind: "review", card, grade });

/** A folder in memory, which can be made to fail. */
export function inMemory(own: string, logs = new Map<string, string>()) {
  const state = { fails: undefined as Error | undefined, reads: 0 };
  const store: Store = {
    async list() {
      return [...logs].map(([name, text]) => ({ name, version: String(text.length) }));
    },
    async read(name) {
      state.reads++;
      return logs.get(name)!;
    },
    async append(text) {
      if (state.fails) throw state.fails;
      logs.set(own, (logs.get(own) ?? "") + text);
    },
  };
  return { store, logs, state };
}

/** A clock that is set by hand, and ids that are counted. */
export function writerAt(device: string, at = noon) {
  const clock = { at };
  let ids = 0;
  return { clock, writer: { device, now: () => clock.at, newId: () => `${device}-${++ids}` } };
}
