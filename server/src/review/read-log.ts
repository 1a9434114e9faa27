import { type Entry, type Event, type Fact, grades, type Stamp } from "./event";
import { isOptionName, optionDefinitions } from "./options";

/** Something in a log that could not be read. It stays where it is. */
export interface Damage {
  readonly file: string;
  /** The first is 1. */
  readonly line: number;
  /** The end of the file is missing, as after a power cut, or the line is spoilt. */
  readonly kind: "unfinished" | "damaged";
  readonly text: string;
}

export interface ReadLog {
  readonly entries: readonly Entry[];
  readonly damages: readonly Damage[];
}

/** How every line begins, and nothing else in it can. */
const start = '{"id":"';

/**
 * Reads one event a line. A writer that was stopped in the middle leaves half a line, and whoever writes next goes on
 * in it: what stands whole behind such a half is read all the same.
 */
export function readLog(file: string, text: string): ReadLog {
  const entries: Entry[] = [];
  const damages: Damage[] = [];
  const lines = text.split("\n");
  lines.forEach((raw, i) => {
    const line = raw.replace(/^\ufeff/, "").trim();
    if (line === "") return;
    const whole = entryOf(line);
    if (whole) return void entries.push(whole);
    const behind = wholeBehind(line);
    if (behind) entries.push(behind);
    const kind = i === lines.length - 1 && !behind ? "unfinished" : "damaged";
    damages.push({ file, line: i + 1, kind, text: behind ? line.slice(0, line.length - behind.line.length) : line });
  });
  return { entries, damages };
}

function wholeBehind(line: string): Entry | undefined {
  for (let at = line.indexOf(start, 1); at > 0; at = line.indexOf(start, at + 1)) {
    const entry = entryOf(line.slice(at));
    if (entry) return entry;
  }
  return undefined;
}

type Fields = { readonly [key: string]: unknown };

function entryOf(line: string): Entry | undefined {
  const fields = objectIn(line);
  const stamp = fields && stampIn(fields);
  if (!stamp) return undefined;
  const { kind } = fields;
  if (typeof kind !== "string" || kind === "") return undefined;
  const known = Object.hasOwn(facts, kind) ? facts[kind as Fact["kind"]] : undefined;
  // A later version writes kinds that this one does not know.
  if (!known) return { stamp, line };
  const fact = known(fields);
  return fact && { stamp, event: { ...stamp, ...fact } as Event, line };
}

function objectIn(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** The last moment that dates can say, in milliseconds. */
const lastMoment = 8.64e15;
const isMoment = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= lastMoment;
const isName = (value: unknown, longest = 1_000): value is string =>
  typeof value === "string" && value !== "" && value.length <= longest;

function stampIn({ id, n, at, device }: Fields): Stamp | undefined {
  const isSound =
    isName(id, 100) && Number.isSafeInteger(n) && (n as number) > 0 && isMoment(at) && isName(device, 100);
  return isSound ? { id, n: n as number, at, device } : undefined;
}

const ofCard =
  <K extends "suspend" | "unsuspend" | "reset">(kind: K) =>
  ({ card }: Fields) =>
    isName(card) ? { kind, card } : undefined;

/** By kind what an event of it says; nothing where it does not say what it must. */
const facts: { readonly [K in Fact["kind"]]: (fields: Fields) => Fact | undefined } = {
  review: ({ card, grade, took }) => {
    const given = grades.find((one) => one === grade);
    if (!isName(card) || given === undefined) return undefined;
    const isTime = typeof took === "number" && took >= 0 && Number.isFinite(took);
    return { kind: "review", card, grade: given, ...(isTime && { took }) };
  },
  undo: ({ of }) => (isName(of, 100) ? { kind: "undo", of } : undefined),
  bury: ({ card, until }) => (isName(card) && isMoment(until) ? { kind: "bury", card, until } : undefined),
  suspend: ofCard("suspend"),
  unsuspend: ofCard("unsuspend"),
  reset: ofCard("reset"),
  options: ({ deck, set }) => {
    if (typeof set !== "object" || set === null || (deck !== undefined && !isName(deck))) return undefined;
    // A choice that only a later version knows, or takes, leaves the others as they are.
    const sound = Object.entries(set).filter(
      ([name, value]) => isOptionName(name) && (value === null || optionDefinitions[name].isValid(value)),
    );
    return { kind: "options", ...(deck !== undefined && { deck }), set: Object.fromEntries(sound) };
  },
};
