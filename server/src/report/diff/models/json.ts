import { type Message, render } from "../../../core/message";
import type { HowTold } from "../comparison";
import type { ModelsComparison } from "./comparison";
import type { Grouped } from "./group";
import type { Layer } from "./layer";

/** Two models for a script: one comparison for each size that is compared. */
export const modelsJson = (all: readonly ModelsComparison[], notes: readonly Message[], { voice }: HowTold): string =>
  `${JSON.stringify(
    {
      version: 1,
      equal: all.every(({ isEqual }) => isEqual),
      comparisons: all.map(comparisonJson),
      notes: notes.map((note) => render(note, voice)),
    },
    null,
    2,
  )}\n`;

function comparisonJson({
  old,
  new: now,
  isEqual,
  equal,
  changes,
  follows,
  totals,
  kept,
  keys,
}: ModelsComparison): object {
  const of = (kind: string): number => changes.filter((group) => group.kind === kind).length;
  return {
    equal: isEqual,
    old,
    new: now,
    counts: { equal, added: of("added"), removed: of("removed"), changed: of("changed"), follows: follows.length },
    settings: keys.map(({ name, old, new: now }) => ({ name, old: old ?? null, new: now ?? null })),
    layers: [...changes, ...follows].map(groupJson),
    totals,
    weights: kept ?? null,
  };
}

const groupJson = ({ kind, first, places, changes, parameters, MACs }: Grouped): object => ({
  kind,
  within: first.within.map(({ type }) => type),
  rows: places.map(({ index }) => index),
  changes: changes.map(({ name, old, new: now }) => ({ name, old: old ?? null, new: now ?? null })),
  parameters: { old: first.old ? parameters[0] : null, new: first.new ? parameters[1] : null },
  macs: { old: first.old ? MACs[0] : null, new: first.new ? MACs[1] : null },
  old: first.old ? layerJson(first.old) : null,
  new: first.new ? layerJson(first.new) : null,
});

const layerJson = ({ index, line, type, name, from, repeats, args, figures }: Layer): object => ({
  index,
  line,
  type,
  name: name ?? null,
  from,
  repeats,
  arguments: Object.fromEntries(args.map(({ name, shown }) => [name, shown])),
  output: figures.output,
});
