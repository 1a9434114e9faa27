import type { Figure } from "../../../analysis/summarise";
import { inBytes, thousands } from "../../../core/figures";
import { plural } from "../../numbers";
import type { Kept } from "../comparison";
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
export function headline({ isEqual, old, equal, changes, follows, totals }: ModelsComparison): string {
  if (isEqual) {
    const whole = totals.find(({ name }) => name === "parameters")!.new;
    return `equal: ${plural(equal, "row")}${isNumber(whole) ? ` and ${amount(whole)} parameters` : ""}`;
  }
  const count = (kind: string): number => changes.filter((one) => one.kind === kind).length;
  const kinds = (["added", "removed", "changed"] as const).filter(count);
  const parts = kinds.map((kind, i) =>
    i === 0 ? `${plural(count(kind), "layer")} ${kind}` : `${count(kind)} ${kind}`,
  );
  const others = !follows.length
    ? ""
    : changes.length
      ? `figures of ${plural(follows.length, "other")} follow`
      : `${plural(follows.length, "layer")} ${follows.length === 1 ? "has" : "have"} other figures`;
  const all = [parts.join(", "), others].filter(Boolean).join("; ");
  return all || `the ${plural(old.rows, "row")} are equal, the totals are not`;
}

/** `row 7 → 8  Conv2d`, `Residual › row 3  Conv2d`. */
export function titleOf({ kind, first }: Grouped): string {
  const { old, new: now, within } = first;
  // The block it is written in; blocks that call that one may be several.
  const block = within.slice(-1).map(({ type }) => `${type} › `);
  const layer = (now ?? old)!;
  const row = old && now && old.index !== now.index ? `${old.index} → ${now.index}` : String(layer.index);
  const name = layer.name === undefined ? "" : ` (${layer.name})`;
  const args = kind === "added" || kind === "removed" ? argsText(layer.args) : "";
  return `${block.join("")}row ${row}  ${layer.type}${layer.repeats > 1 ? ` ×${layer.repeats}` : ""}${args}${name}`;
}

const argsText = (args: readonly Argument[]): string =>
  args.length ? ` { ${args.map(({ name, shown }) => `${name}: ${shown}`).join(", ")} }` : "";

/** `in rows 4, 5 and 6`, of what stands in a block. */
export function placesText({ places }: Grouped): string {
  if (!places.length) return "";
  const rows = places.map(({ index }) => String(index));
  if (rows.length === 1) return `in row ${rows[0]}`;
  return `in rows ${rows.slice(0, -1).join(", ")} and ${rows.at(-1)}`;
}

/** What is said otherwise of a layer, then what comes of it. */
export const detailsOf = (group: Grouped): readonly Said[] => [
  ...group.changes.map(({ name, old, new: now }) => ({ name, old: old ?? "–", new: now ?? "–", by: "" })),
  ...figuresOf(group),
];

function figuresOf({ kind, first, parameters, MACs, places }: Grouped): readonly Said[] {
  const { old, new: now } = first;
  const output = (layer: Layer | undefined): string => layer?.figures.output ?? "";
  const figure = (name: string, [before, after]: readonly [Figure, Figure]): readonly Said[] =>
    before === after ? [] : [{ name, old: amount(before), new: amount(after), by: difference(before, after) }];
  const one = places.length < 2;
  const shape: readonly Said[] =
    one && kind !== "added" && kind !== "removed" && output(old) !== output(now)
      ? [{ name: "output", old: output(old), new: output(now), by: "" }]
      : [];
  return [...shape, ...figure("parameters", parameters), ...figure("MACs", MACs)];
}

/** Of a layer that came in or went. */
export function weightOf({ first, parameters, MACs, places, kind }: Grouped): string {
  const layer = (first.new ?? first.old)!;
  const side = kind === "added" ? 1 : 0;
  const figures = [
    ...(places.length < 2 ? [layer.figures.output] : []),
    ...(isNumber(parameters[side]) && parameters[side] ? [`${amount(parameters[side])} parameters`] : []),
    ...(isNumber(MACs[side]) && MACs[side] ? [`${amount(MACs[side])} MACs`] : []),
    ...(layer.isThere ? [] : ["left out by its condition"]),
  ];
  return figures.join(", ");
}

export const totalText = (name: Total["name"], figure: Figure): string => {
  // A shape has no thousands.
  if (name === "input" || name === "output") return String(figure);
  if (!isNumber(figure)) return amount(figure);
  if (name === "memory") return inBytes(figure);
  return name === "GFLOPs" ? String(Number(figure.toPrecision(4))) : amount(figure);
};

export const totalSaid = ({ name, old, new: now }: Total): Said => ({
  name,
  old: totalText(name, old),
  new: totalText(name, now),
  by: [name === "memory" || name === "GFLOPs" ? "" : difference(old, now), share(old, now)].filter(Boolean).join(", "),
});

const inShort: ReadonlySet<Total["name"]> = new Set(["parameters", "MACs", "memory", "GFLOPs"]);

/** Of a further size of the model, whose changes have been told: its totals, changed or not. */
export const totalsInShort = ({ totals }: ModelsComparison): readonly Said[] =>
  totals
    .filter(({ name }) => inShort.has(name))
    .map((total) => ({ ...totalSaid(total), by: share(total.old, total.new) }));

/** Totals that are others; the trained parameters only where they tell more than all of them. */
export const changedTotals = ({ totals }: ModelsComparison): readonly Total[] =>
  totals.filter(({ name, old, new: now, equal }) => {
    const all = totals.find((other) => other.name === "parameters")!;
    return !equal && !(name === "trainable" && difference(old, now) === difference(all.old, all.new));
  });

export function keptText({ parameters, of, others }: Kept): string {
  if (of === 0) return "";
  if (parameters === of) return `all ${amount(of)} parameters can be loaded: they have the same names and shapes`;
  const reshaped = others.filter(({ old }) => old !== null).length;
  const fresh = others.length - reshaped;
  const rest = [
    ...(reshaped ? [`${plural(reshaped, "tensor")} ${reshaped === 1 ? "has" : "have"} another shape`] : []),
    ...(fresh
      ? [`${reshaped ? fresh : plural(fresh, "tensor")} ${fresh === 1 ? "is" : "are"} not there under this name`]
      : []),
  ];
  const part = parameters === 0 ? "none" : amount(parameters);
  return `${part} of the ${amount(of)} parameters can be loaded by name and shape; ${rest.join(", ")}`;
}
