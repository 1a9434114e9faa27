import { Exhausted, Fault } from "../fault";
import { join } from "../join";
import { isKind, type List, unknown, type Value } from "../values";
import { type Changes, isMissing, read } from "./journal";
import { type Flow, isReturned, type Machine } from "./machine";

/** What a branch needs at most; one of many must not use up what all others need, nor all of them too much time. */
const mostSteps = 40_000;
const leastSteps = 8_000;

interface Outcome {
  readonly changes: Changes;
  readonly flow: Flow;
}

/**
 * Runs branches of which nobody knows which is taken, each from the same state, and joins what they leave behind. One
 * that raises is taken for one that is not taken: what it raises is never told.
 */
export function branches(machine: Machine, ways: readonly (() => Flow)[]): Flow {
  const outcomes: Outcome[] = [];
  const most = Math.max(leastSteps, Math.floor((2 * mostSteps) / Math.max(2, ways.length)));
  let raised: Fault | undefined;
  for (const way of ways) {
    let flow: Flow | undefined;
    const from = machine.trace.length;
    const changes = machine.journal.tried(() => {
      const depth = machine.frames.length;
      try {
        flow = machine.within(most, way);
      } catch (fault) {
        machine.frames.length = depth;
        // Of one that does not come to its end nothing is known, also not which names it has given a value.
        if (fault instanceof Exhausted) raised = new Fault("RuntimeError");
        else if (fault instanceof Fault) raised = fault;
        else throw fault;
        raised.hidden = true;
      }
    });
    machine.trace.unsure(from, flow === undefined);
    if (flow !== undefined) outcomes.push({ changes, flow });
  }
  if (!outcomes.length) {
    if (raised) throw raised;
    return "next";
  }
  return together(machine, outcomes);
}

/** Where some branches return and others go on, what is returned is kept for the end of the function. */
function together(machine: Machine, outcomes: readonly Outcome[]): Flow {
  const returned = outcomes.filter(({ flow }) => isReturned(flow));
  const going = outcomes.filter(({ flow }) => flow === "next");
  const live = going.length ? going : returned.length ? returned : outcomes;
  joinChanges(
    machine,
    live.map(({ changes }) => changes),
  );
  const values = returned.flatMap(({ flow }) => (isReturned(flow) ? [flow.value] : []));
  if (live === returned) return { value: values.reduce<Value>(join, values[0]!) };
  if (going.length) machine.frames.at(-1)?.returned.push(...values);
  return live[0]!.flow;
}

function joinChanges(machine: Machine, all: readonly Changes[]): void {
  if (all.length === 1) return machine.journal.redo(all[0]!);
  const maps = new Map<Map<any, any>, Set<unknown>>();
  for (const changes of all)
    for (const [map, keys] of changes.maps) maps.set(map, new Set([...(maps.get(map) ?? []), ...keys.keys()]));
  const joined: Changes = { maps: new Map(), lists: new Map() };
  for (const [map, keys] of maps) {
    const values = new Map<unknown, unknown>();
    for (const key of keys) {
      const found = all.map((changes) => {
        const known = changes.maps.get(map);
        return known?.has(key) ? known.get(key) : read(map, key);
      });
      values.set(key, joinAll(found));
    }
    joined.maps.set(map, values);
  }
  const lists = new Set(all.flatMap((changes) => [...changes.lists.keys()]));
  for (const one of lists) joined.lists.set(one, joinLists(all.map((changes) => changes.lists.get(one) ?? one)));
  machine.journal.redo(joined);
}

/** What is missing on one way may be there or not, and so is unknown. */
function joinAll(found: readonly unknown[]): unknown {
  const [first] = found;
  if (found.every((one) => one === first)) return first;
  if (found.some(isMissing)) return Array.isArray(found.find((one) => !isMissing(one))) ? entry(found) : unknown;
  return Array.isArray(first) ? entry(found) : (found as readonly Value[]).reduce<Value>(join, first as Value);
}

/** An entry of a dict is its key with its value. */
function entry(found: readonly unknown[]): unknown {
  const pairs = found.filter((one) => !isMissing(one)) as readonly (readonly [Value, Value])[];
  const values = pairs.map(([, value]) => value);
  return [pairs[0]![0], pairs.length < found.length ? unknown : values.reduce<Value>(join, values[0]!)];
}

function joinLists(all: readonly Pick<List, "items" | "open">[]): Pick<List, "items" | "open"> {
  const [first] = all;
  if (all.some(({ open, items }) => open || items.length !== first!.items.length)) return { items: [], open: true };
  return {
    open: false,
    items: first!.items.map((_, i) => all.map(({ items }) => items[i]!).reduce<Value>(join, first!.items[i]!)),
  };
}

/** The value of an expression whose condition is unknown. */
export function eitherValue(machine: Machine, ways: readonly (() => Value)[]): Value {
  const flow = branches(
    machine,
    ways.map((way) => () => ({ value: way() })),
  );
  return isReturned(flow) ? flow.value : unknown;
}

export const isOpen = (value: Value): boolean => isKind(value, "unknown");
