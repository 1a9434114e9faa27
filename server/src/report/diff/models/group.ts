import type { Figure } from "../../../analysis/summarise";
import type { Change } from "./changes";
import type { Layer } from "./layer";
import type { Kind, LayerDifference } from "./pair-layers";

/** Differences that one change of the text makes: a row of a block is one, however often the block is called. */
export interface Grouped {
  readonly kind: Kind;
  /** The first of them. */
  readonly first: LayerDifference;
  /** Where in the models' own lists they are; empty for a row of these lists. */
  readonly places: readonly Layer[];
  readonly changes: readonly Change[];
  /** Of all of them together, every copy counted. */
  readonly parameters: readonly [old: Figure, now: Figure];
  readonly MACs: readonly [old: Figure, now: Figure];
}

export function grouped(differences: readonly LayerDifference[]): readonly Grouped[] {
  const groups = new Map<string, LayerDifference[]>();
  for (const one of differences) {
    const key = [one.kind, one.within.length > 0, one.old?.place, one.new?.place].join(" ");
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0]!;
    return {
      kind: first.kind,
      first,
      places: [...new Set(group.flatMap(({ within }) => within.slice(0, 1)))],
      changes: changesOf(group),
      parameters: [sum(group, "old", "parameters"), sum(group, "new", "parameters")],
      MACs: [sum(group, "old", "MACs"), sum(group, "new", "MACs")],
    };
  });
}

/** In the words of the file where values differ from place to place. */
function changesOf(group: readonly LayerDifference[]): readonly Change[] {
  const [first, ...rest] = group;
  return first!.changes.map((change) => {
    const alike = rest.every(({ changes }) =>
      changes.some(({ name, old, new: now }) => name === change.name && old === change.old && now === change.new),
    );
    return alike || !change.texts ? change : { ...change, old: change.texts[0], new: change.texts[1] };
  });
}

/** Nothing where one of them is not known as a number. */
function sum(group: readonly LayerDifference[], side: "old" | "new", figure: "parameters" | "MACs"): Figure {
  let total = 0;
  for (const { [side]: layer, within } of group) {
    const value = layer ? layer.figures[figure] : 0;
    const single = group.length === 1 && within.every(({ repeats }) => repeats === 1);
    if (single) return value;
    if (typeof value !== "number" || !within.every(({ copiesAlike }) => copiesAlike)) return null;
    total += value * within.reduce((times, { repeats }) => times * repeats, 1);
  }
  return total;
}
