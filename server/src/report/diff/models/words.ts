import type { Figure } from "../../../analysis/summarise";
import { inBytes, thousands } from "../../../core/figures";
import { inRow, listed, type Message, plural, render, say, verbatim } from "../../../core/message";
import { english, type Voice } from "../../../core/voice";
import { sideText } from "./changes";
import { isNumber, type ModelsComparison } from "./comparison";
import type { Grouped } from "./group";
import type { Argument, Layer } from "./layer";
import type { Total } from "./totals";

/** What was, what is, and how much more or less that is. */
export interface Said {
  readonly name: string;
  readonly old: string;
  readonly new: string;
  readonly by: string;
}

export const amount = (figure: Figure): string => (figure === null ? "?" : thousands(String(figure)));

/** `+4,096`, `−12`; nothing where one is no number, or both are the same. */
export function difference(old: Figure, now: Figure): string {
  if (!isNumber(old) || !isNumber(now) || old === now) return "";
  const by = Number((now - old).toPrecision(12));
  return by > 0 ? `+${amount(by)}` : `−${amount(-by)}`;
}

/** `+5.6 %`; nothing where that says no more than the difference itself. */
export function share(old: Figure, now: Figure): string {
  if (!isNumber(old) || !isNumber(now) || old === now || old === 0) return "";
  const percent = ((now - old) / old) * 100;
  const size = Math.abs(percent);
  const text = size < 0.05 ? "< 0.1" : size < 99.95 ? size.toFixed(1) : thousands(size.toFixed(0));
  return `${percent > 0 ? "+" : "−"}${text} %`;
}

/** `1 layer added, 2 changed; figures of 5 others follow`. */
export function headline({ isEqual, old, equal, changes, follows, totals }: ModelsComparison, voice: Voice): string {
  if (isEqual) {
    const whole = totals.find(({ name }) => name === "parameters")!.new;
    const rows = plural(equal, say`equal: ${equal} row`, say`equal: ${equal} rows`);
    return render(isNumber(whole) ? say`${rows} and ${amount(whole)} parameters` : rows, voice);
  }
  const kinds = (["added", "removed", "changed"] as const).flatMap((kind) => {
    const count = changes.filter((one) => one.kind === kind).length;
    return count ? [{ kind, count }] : [];
  });
  const parts = inRow(kinds.map(({ kind, count }, i) => (i ? laterCounts : firstCounts)[kind](count)));
  const { length } = follows;
  const others = changes.length
    ? plural(length, say`figures of ${length} other follow`, say`figures of ${length} others follow`)
    : plural(length, say`${length} layer has other figures`, say`${length} layers have other figures`);
  if (kinds.length) return render(length ? say`${parts}; ${others}` : parts, voice);
  if (length) return render(others, voice);
  const { rows } = old;
  return render(
    plural(
      rows,
      say`the ${rows} row are equal, the totals are not`,
      say`the ${rows} rows are equal, the totals are not`,
    ),
    voice,
  );
}

type Counts = { readonly [kind in "added" | "removed" | "changed"]: (count: number) => Message };

const firstCounts: Counts = {
  added: (count) => plural(count, say`${count} layer added`, say`${count} layers added`),
  removed: (count) => plural(count, say`${count} layer removed`, say`${count} layers removed`),
  changed: (count) => plural(count, say`${count} layer changed`, say`${count} layers changed`),
};
const laterCounts: Counts = {
  added: (count) => say`${count} added`,
  removed: (count) => say`${count} removed`,
  changed: (count) => say`${count} changed`,
};

/** `row 7 → 8  Conv2d`, `Residual › row 3  Conv2d`. */
export function titleOf({ kind, first }: Grouped, voice: Voice = english): string {
  const { old, new: now, within } = first;
  // The block it is written in; blocks that call that one may be several.
  const block = within.slice(-1).map(({ type }) => `${type} › `);
  const layer = (now ?? old)!;
  const row = old && now && old.index !== now.index ? `${old.index} → ${now.index}` : String(layer.index);
  const name = layer.name === undefined ? "" : ` (${layer.name})`;
  const args = kind === "added" || kind === "removed" ? argsText(layer.args) : "";
  return `${block.join("")}${render(say`row ${row}`, voice)}  ${layer.type}${layer.repeats > 1 ? ` ×${layer.repeats}` : ""}${args}${name}`;
}

const argsText = (args: readonly Argument[]): string =>
  args.length ? ` { ${args.map(({ name, shown }) => `${name}: ${shown}`).join(", ")} }` : "";

/** `in rows 4, 5 and 6`, of what stands in a block. */
export function placesText({ places }: Grouped, voice: Voice): string {
  if (!places.length) return "";
  const rows = listed(places.map(({ index }) => verbatim(String(index))));
  return render(plural(places.length, say`in row ${rows}`, say`in rows ${rows}`), voice);
}

/** What is said otherwise of a layer, then what comes of it. */
export const detailsOf = (group: Grouped, voice: Voice): readonly Said[] => [
  ...group.changes.map((one) => ({
    name: one.said ? render(one.said, voice) : one.name,
    old: sideText(one, "old", voice),
    new: sideText(one, "new", voice),
    by: "",
  })),
  ...figuresOf(group, voice),
];

function figuresOf({ kind, first, parameters, MACs, places }: Grouped, voice: Voice): readonly Said[] {
  const { old, new: now } = first;
  const output = (layer: Layer | undefined): string => layer?.figures.output ?? "";
  const figure = (name: Total["name"], [before, after]: readonly [Figure, Figure]): readonly Said[] =>
    before === after
      ? []
      : [{ name: nameOfTotal(name, voice), old: amount(before), new: amount(after), by: difference(before, after) }];
  const one = places.length < 2;
  const shape: readonly Said[] =
    one && kind !== "added" && kind !== "removed" && output(old) !== output(now)
      ? [{ name: nameOfTotal("output", voice), old: output(old), new: output(now), by: "" }]
      : [];
  return [...shape, ...figure("parameters", parameters), ...figure("MACs", MACs)];
}

/** Of a layer that came in or went. */
export function weightOf({ first, parameters, MACs, places, kind }: Grouped, voice: Voice): string {
  const layer = (first.new ?? first.old)!;
  const side = kind === "added" ? 1 : 0;
  const figures = [
    ...(places.length < 2 ? [verbatim(layer.figures.output)] : []),
    ...(isNumber(parameters[side]) && parameters[side] ? [say`${amount(parameters[side])} parameters`] : []),
    ...(isNumber(MACs[side]) && MACs[side] ? [say`${amount(MACs[side])} MACs`] : []),
    ...(layer.isThere ? [] : [say`left out by its condition`]),
  ];
  return render(inRow(figures), voice);
}

const totalNames: { readonly [name in Total["name"]]: Message } = {
  input: say`input`,
  output: say`output`,
  parameters: say`parameters`,
  trainable: say`trainable`,
  MACs: say`MACs`,
  memory: say`memory`,
  GFLOPs: verbatim("GFLOPs"),
  layers: say`layers`,
};

const nameOfTotal = (name: Total["name"], voice: Voice): string => render(totalNames[name], voice);

export const totalText = (name: Total["name"], figure: Figure): string => {
  // A shape has no thousands.
  if (name === "input" || name === "output") return String(figure);
  if (!isNumber(figure)) return amount(figure);
  if (name === "memory") return inBytes(figure);
  return name === "GFLOPs" ? String(Number(figure.toPrecision(4))) : amount(figure);
};

export const totalSaid = ({ name, old, new: now }: Total, voice: Voice): Said => ({
  name: nameOfTotal(name, voice),
  old: totalText(name, old),
  new: totalText(name, now),
  by: [name === "memory" || name === "GFLOPs" ? "" : difference(old, now), share(old, now)].filter(Boolean).join(", "),
});

const inShort: ReadonlySet<Total["name"]> = new Set(["parameters", "MACs", "memory", "GFLOPs"]);

/** Of a further size of the model, whose changes have been told: its totals, changed or not. */
export const totalsInShort = ({ totals }: ModelsComparison, voice: Voice): readonly Said[] =>
  totals
    .filter(({ name }) => inShort.has(name))
    .map((total) => ({ ...totalSaid(total, voice), by: share(total.old, total.new) }));

/** Totals that are others; the trained parameters only where they tell more than all of them. */
export const changedTotals = ({ totals }: ModelsComparison): readonly Total[] =>
  totals.filter(({ name, old, new: now, equal }) => {
    const all = totals.find((other) => other.name === "parameters")!;
    return !equal && !(name === "trainable" && difference(old, now) === difference(all.old, all.new));
  });
