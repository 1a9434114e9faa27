import picocolors from "picocolors";
import { plain } from "../../plain";
import { nameOf } from "../comparison";
import { inTurn, type ModelsComparison } from "./comparison";
import type { Grouped } from "./group";
import {
  changedTotals,
  detailsOf,
  headline,
  keptText,
  placesText,
  type Said,
  titleOf,
  totalSaid,
  totalsInShort,
  weightOf,
} from "./words";

/** Layers whose figures alone are others are shown up to this many; more are no news. */
const mostShown = 8;

/** Two models for a terminal; of further sizes whose changes have been told only the totals. */
export function modelsText(all: readonly ModelsComparison[], notes: readonly string[], color: boolean): string {
  const { bold, dim } = picocolors.createColors(color);
  const { whole, brief } = inTurn(all);
  const texts = whole.map((one) => textOf(one, color));
  const inShort = brief.map(
    (one) =>
      `${bold(plain(`scale ${one.new.scale}`))}\n${totalsInShort(one)
        .map((total) => `${line(total, color)}\n`)
        .join("")}`,
  );
  const below = notes.length ? [notes.map((note) => `${dim(plain(note))}\n`).join("")] : [];
  return [...texts, ...inShort, ...below].join("\n");
}

function textOf(one: ModelsComparison, color: boolean): string {
  const { bold, dim } = picocolors.createColors(color);
  const { old, new: now, changes, follows, keys, kept, isEqual } = one;
  const shown = follows.slice(0, mostShown);
  const more = follows.length - shown.length;
  const keptLine = isEqual || !kept ? "" : keptText(kept);
  const totals = changedTotals(one).map(totalSaid);
  const settings = isEqual ? [] : keys;
  const parts = [
    [bold(plain(`${nameOf(old)} ↔ ${nameOf(now)}`)), headline(one)],
    settings.map(({ name, old, new: now }) => line({ name, old: old ?? "–", new: now ?? "–", by: "" }, color, "")),
    changes.flatMap((group) => layerText(group, color)),
    shown.length
      ? [dim(changes.length ? "what follows" : "with other figures"), ...shown.map((group) => followText(group, color))]
      : [],
    more > 0 ? [dim(`and ${more} more`)] : [],
    totals.length ? [bold("in all"), ...totals.map((total) => line(total, color))] : [],
    keptLine ? [dim(keptLine)] : [],
  ];
  return `${parts
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

const signs = { added: "+", removed: "-", changed: "~", follows: " " } as const;

function layerText(group: Grouped, color: boolean): readonly string[] {
  const { bold, red, green, dim } = picocolors.createColors(color);
  const { kind } = group;
  const paint = kind === "added" ? green : kind === "removed" ? red : bold;
  const beside = kind === "changed" ? "" : weightOf(group);
  const rest = [beside, placesText(group)].filter(Boolean).join(", ");
  const title = `${paint(plain(`${signs[kind]} ${titleOf(group)}`))}${rest && dim(`   ${plain(rest)}`)}`;
  return [title, ...(kind === "changed" ? detailsOf(group).map((said) => line(said, color, "    ")) : [])];
}

const followText = (group: Grouped, color: boolean): string => {
  const { dim } = picocolors.createColors(color);
  const details = detailsOf(group).map(({ name, old, new: now, by }) => `${name} ${by || `${old} → ${now}`}`);
  const rest = [placesText(group), ...details].filter(Boolean).join(", ");
  return `  ${plain(titleOf(group))}${rest && dim(`   ${plain(rest)}`)}`;
};

function line({ name, old, new: now, by }: Said, color: boolean, indent = "  "): string {
  const { dim, red, green } = picocolors.createColors(color);
  if (old === now) return `${indent}${dim(plain(name).padEnd(12))} ${plain(now)}`;
  return `${indent}${dim(plain(name).padEnd(12))} ${red(plain(old))} → ${green(plain(now))}${by && `  (${by})`}`;
}
