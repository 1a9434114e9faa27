import { believedTimes } from "./clock";
import type { Entry, Event, Fact } from "./event";
import { type Learned, learned } from "./fold";
import { merged, undone } from "./merge";
import { type Damage, readLog } from "./read-log";
import { lineOf } from "./write-line";

/** A log, and what changes whenever it does. */
export interface Listed {
  readonly name: string;
  readonly version: string;
}

/** A folder of logs, wherever it lies. */
export interface Store {
  /** The logs that there are. None where there is no folder yet. */
  list(): Promise<readonly Listed[]>;
  read(name: string): Promise<string>;
  /**
   * Adds whole lines to the log that only this store writes, or adds them as a whole: others may be writing too. Where
   * nobody else writes there, it says which log that is and what `list` says of it now, so that it is not read again.
   */
  append(text: string): Promise<Listed | undefined>;
}

export interface Writer {
  readonly device: string;
  readonly now: () => number;
  readonly newId: () => string;
}

/** All that is known of what happened, and where more of it is written down. This is all of the room that waits. */
export interface Journal {
  readonly entries: readonly Entry[];
  readonly learned: Learned;
  /** What cannot be read in the logs, and is left there. */
  readonly damages: readonly Damage[];
  /** Logs that could not be read at all, by name; the empty name is that of the folder. */
  readonly unread: ReadonlyMap<string, unknown>;
  /** Lines that could not be written yet, the oldest first, and why. They count, and are tried again with every look and every event. */
  readonly unwritten: readonly string[];
  readonly fault: unknown;
  /** By how much the clock is before the last event that this device wrote down, as far as that is believed. */
  readonly clockSetBack: number;
  /** Writes an event down. It counts, also where it could not be written. */
  record(fact: Fact): Promise<Event>;
  /** Takes in the events of another log that are not known here, and says how many those were. */
  take(name: string, text: string): Promise<{ readonly added: number; readonly damages: readonly Damage[] }>;
  /** Reads what others have written since, and tries again to write what could not be written. */
  refresh(): Promise<void>;
}

export async function openJournal(store: Store, writer: Writer): Promise<Journal> {
  const journal = new OpenJournal(store, writer);
  await journal.refresh();
  return journal;
}

interface Read {
  readonly version: string;
  readonly entries: readonly Entry[];
  readonly damages: readonly Damage[];
}

class OpenJournal implements Journal {
  entries: readonly Entry[] = [];
  readonly unread = new Map<string, unknown>();
  unwritten: readonly string[] = [];
  fault: unknown;
  private readonly logs = new Map<string, Read>();
  /** What this journal has written or wants to write. */
  private own: readonly Entry[] = [];
  private folded: Learned | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly writer: Writer,
  ) {}

  get learned(): Learned {
    return (this.folded ??= learned(this.entries));
  }

  get damages(): readonly Damage[] {
    return [...this.logs.values()].flatMap(({ damages }) => damages);
  }

  get clockSetBack(): number {
    const { device, now } = this.writer;
    const own = this.entries.map(({ stamp }) => stamp).filter((stamp) => stamp.device === device);
    const at = now();
    let back = 0;
    for (const time of believedTimes(own).values()) back = Math.max(back, time - at);
    return back;
  }

  refresh = (): Promise<void> =>
    this.inTurn(async () => {
      await this.look();
      if (this.unwritten.length) await this.write();
    });

  record = (fact: Fact): Promise<Event> =>
    this.inTurn(async () => {
      // Whoever writes counts on from what all have written: by that it is known what came after what.
      await this.look();
      const n = this.entries.reduce((most, { stamp }) => Math.max(most, stamp.n), 0) + 1;
      const { device, now, newId } = this.writer;
      const stamp = { id: newId(), n, at: now(), device };
      const event: Event = { ...stamp, ...fact };
      await this.add([{ stamp, event, line: lineOf(event) }]);
      return event;
    });

  take = (name: string, text: string) =>
    this.inTurn(async () => {
      await this.look();
      const { entries, damages } = readLog(name, text);
      const known = new Set(this.entries.map(({ stamp }) => stamp.id));
      const fresh = merged([entries]).filter(({ stamp }) => !known.has(stamp.id));
      if (fresh.length) await this.add(fresh);
      return { added: fresh.length, damages };
    });

  private async add(entries: readonly Entry[]): Promise<void> {
    this.own = [...this.own, ...entries];
    this.unwritten = [...this.unwritten, ...entries.map(({ line }) => line)];
    this.join();
    await this.write();
  }

  private async write(): Promise<void> {
    try {
      const own = await this.store.append(this.unwritten.map((line) => `${line}\n`).join(""));
      // What was there before is known, and what is new as well.
      if (own) this.logs.set(own.name, { entries: [], damages: [], ...this.logs.get(own.name), version: own.version });
      this.unwritten = [];
      this.fault = undefined;
    } catch (error) {
      // A part may have been written. That does no harm: what is written twice counts once.
      this.fault = error;
    }
  }

  private async look(): Promise<void> {
    const listed = await this.listed();
    if (!listed) return;
    // A log that is gone by now, such as one that was put in the place of another, is nothing to complain of.
    for (const name of this.unread.keys()) if (!listed.some((one) => one.name === name)) this.unread.delete(name);
    let isChanged = false;
    for (const { name, version } of listed) {
      if (this.logs.get(name)?.version === version && !this.unread.has(name)) continue;
      try {
        this.logs.set(name, { version, ...readLog(name, await this.store.read(name)) });
        this.unread.delete(name);
        isChanged = true;
      } catch (error) {
        this.unread.set(name, error);
      }
    }
    // A log that is gone takes nothing back of what is known here.
    if (isChanged) this.join();
  }

  /** A folder that cannot be looked into keeps nobody from answering. */
  private async listed() {
    try {
      return await this.store.list();
    } catch (error) {
      this.unread.set("", error);
      return undefined;
    }
  }

  private join(): void {
    this.entries = merged([...[...this.logs.values()].map(({ entries }) => entries), this.own]);
    this.folded = undefined;
  }

  /** One after the other, so that no two events get one number. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}

/** The last of the given events that still counts, which is the one that *undo* takes back. */
export function lastOf(entries: readonly Entry[], isMine: (id: string) => boolean): Event | undefined {
  const gone = undone(entries);
  return entries
    .flatMap(({ event }) => (event && event.kind !== "undo" && isMine(event.id) && !gone.has(event.id) ? [event] : []))
    .sort((a, b) => b.n - a.n || b.at - a.at)[0];
}

/** All logs as one, for another machine or another program. */
export const wholeLog = (entries: readonly Entry[]): string => entries.map(({ line }) => `${line}\n`).join("");
