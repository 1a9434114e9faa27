import picocolors from "picocolors";
import { type Message, render, say } from "../../../core/message";
import { padEndTo } from "../../../core/width";
import { plain } from "../../plain";
import { type HowTold, nameOf } from "../comparison";
import { inTurn, type ModelsComparison } from "./comparison";
import type { Grouped } from "./group";
import { keptText } from "./kept-words";
import {
  changedTotals,
  detailsOf,
  headline,
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
export function modelsText(all: readonly ModelsComparison[], notes: readonly Message[], how: HowTold): string {
  const { color = false, voice } = how;
  const { bold, dim } = picocolors.createColors(color);
  const { whole, brief } = inTurn(all);
  const texts = whole.map((one) => textOf(one, how));
  const inShort = brief.map(
    (one) =>
      `${bold(plain(render(say`scale ${one.new.scale!}`, voice)))}\n${totalsInShort(one, voice)
        .map((total) => `${line(total, color)}\n`)
        .join("")}`,
  );
  const below = notes.length ? [notes.map((note) => `${dim(plain(render(note, voice)))}\n`).join("")] : [];
  return [...texts, ...inShort, ...below].join("\n");
}

function textOf(one: ModelsComparison, how: HowTold): string {
  const { color = false, voice } = how;
  const { bold, dim } = picocolors.createColors(color);
  const { old, new: now, changes, follows, keys, kept, isEqual } = one;
  const shown = follows.slice(0, mostShown);
  const more = follows.length - shown.length;
  const keptLine = isEqual || !kept ? "" : keptText(kept, voice);
  const totals = changedTotals(one).map((total) => totalSaid(total, voice));
  const settings = isEqual ? [] : keys;
  const parts = [
    [bold(plain(`${nameOf(old, voice)} ↔ ${nameOf(now, voice)}`)), headline(one, voice)],
    settings.map(({ name, old, new: now }) => line({ name, old: old ?? "–", new: now ?? "–", by: "" }, color, "")),
    changes.flatMap((group) => layerText(group, how)),
    shown.length
      ? [
          dim(render(changes.length ? say`what follows` : say`with other figures`, voice)),
          ...shown.map((group) => followText(group, how)),
        ]
      : [],
    more > 0 ? [dim(render(say`and ${more} more`, voice))] : [],
    totals.length ? [bold(render(say`in all`, voice)), ...totals.map((total) => line(total, color))] : [],
    keptLine ? [dim(keptLine)] : [],
  ];
  return `${parts
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

const signs = { added: "+", removed: "-", changed: "~", follows: " " } as const;

function layerText(group: Grouped, { color = false, voice }: HowTold): readonly string[] {
  const { bold, red, green, dim } = picocolors.createColors(color);
  const { kind } = group;
  const paint = kind === "added" ? green : kind === "removed" ? red : bold;
  const beside = kind === "changed" ? "" : weightOf(group, voice);
  const rest = [beside, placesText(group, voice)].filter(Boolean).join(", ");
  const title = `${paint(plain(`${signs[kind]} ${titleOf(group, voice)}`))}${rest && dim(`   ${plain(rest)}`)}`;
  return [title, ...(kind === "changed" ? detailsOf(group, voice).map((said) => line(said, color, "    ")) : [])];
}

const followText = (group: Grouped, { color = false, voice }: HowTold): string => {
  const { dim } = picocolors.createColors(color);
  const details = detailsOf(group, voice).map(({ name, old, new: now, by }) => `${name} ${by || `${old} → ${now}`}`);
  const rest = [placesText(group, voice), ...details].filter(Boolean).join(", ");
  return `  ${plain(titleOf(group, voice))}${rest && dim(`   ${plain(rest)}`)}`;
};

function line({ name, old, new: now, by }: Said, color: boolean, indent = "  "): string {
  const { dim, red, green } = picocolors.createColors(color);
  if (old === now) return `${indent}${dim(padEndTo(plain(name), 12))} ${plain(now)}`;
  return `${indent}${dim(padEndTo(plain(name), 12))} ${red(plain(old))} → ${green(plain(now))}${by && `  (${by})`}`;
}
