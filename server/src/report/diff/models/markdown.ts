import { type Message, plural, render, say } from "../../../core/message";
import type { Voice } from "../../../core/voice";
import type { HowTold, Side } from "../comparison";
import { code, escaped, folded } from "../markdown";
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

/** More changes than these are folded away. */
const mostOpen = 6;

/** Two models as they stand in a pull request: what changed in a line, the totals as a table, details folded. */
export function modelsMarkdown(
  all: readonly ModelsComparison[],
  notes: readonly Message[],
  { voice }: HowTold,
): string {
  const { whole, brief } = inTurn(all);
  const parts = [
    ...whole.map((one) => blocks(one, voice)),
    brief.length ? scalesTable(brief, voice) : "",
    notes.map((note) => `* ${escaped(render(note, voice))}`).join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function blocks(one: ModelsComparison, voice: Voice): string {
  const { changes, follows, keys, kept, isEqual } = one;
  const title = `${titleOfBoth(one, voice)}: ${escaped(headline(one, voice))}`;
  const settings = isEqual
    ? []
    : keys.map(({ name, old, new: now }) => `* ${code(name)}: ${code(old ?? "–")} → ${code(now ?? "–")}`);
  const list = [...settings, ...changes.map((group) => layerItem(group, voice))];
  const details = list.length > mostOpen ? folded(countOf(list.length, voice), list) : list;
  const others = follows.length
    ? folded(
        othersTitle(one, voice),
        follows.map((group) => followItem(group, voice)),
      )
    : [];
  const keptLine = isEqual || !kept ? "" : keptText(kept, voice);
  return [[title], totalsTable(one, voice), details, others, keptLine ? [escaped(keptLine)] : []]
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

const countOf = (changes: number, voice: Voice): string =>
  render(plural(changes, say`${changes} change`, say`${changes} changes`), voice);

/** Further sizes of the model, a row each. */
function scalesTable(told: readonly ModelsComparison[], voice: Voice): string {
  const rows = told.map((one) => ({ scale: code(one.new.scale ?? ""), cells: totalsInShort(one, voice) }));
  const names = rows[0]!.cells.map(({ name }) => name);
  return [
    `| ${render(say`scale`, voice)} | ${names.join(" | ")} |`,
    `|---|${names.map(() => "--:|").join("")}`,
    ...rows.map(({ scale, cells }) => `| ${[scale, ...cells.map(shortCell)].join(" | ")} |`),
  ].join("\n");
}

const shortCell = ({ old, new: now, by }: Said): string =>
  escaped(old === now ? now : `${old} → ${now} (${by || "±0"})`);

/** A file that is compared with itself at another time is named once. */
function titleOfBoth({ old, new: now }: ModelsComparison, voice: Voice): string {
  const revision = old.file.endsWith(`:${now.file}`) ? old.file.slice(0, -now.file.length - 1) : undefined;
  if (revision === undefined) return `**${sideText(old, voice)} ↔ ${sideText(now, voice)}**`;
  const side = sideText(now, voice);
  return render(revision ? say`**${side} since ${code(revision)}**` : say`**${side} since what is staged**`, voice);
}

const sideText = ({ file, scale }: Side, voice: Voice): string =>
  scale === undefined ? code(file) : render(say`${code(file)}, scale ${code(scale)}`, voice);

function othersTitle({ follows: { length }, changes }: ModelsComparison, voice: Voice): string {
  return render(
    changes.length
      ? plural(length, say`what follows for ${length} other layer`, say`what follows for ${length} other layers`)
      : plural(length, say`${length} layer with other figures`, say`${length} layers with other figures`),
    voice,
  );
}

function totalsTable(one: ModelsComparison, voice: Voice): readonly string[] {
  const changed = changedTotals(one).map((total) => totalSaid(total, voice));
  if (!changed.length) return [];
  return [
    `| | ${render(say`before`, voice)} | ${render(say`after`, voice)} | |`,
    "|---|--:|--:|--:|",
    ...changed.map(({ name, old, new: now, by }) => `| ${[name, escaped(old), escaped(now), by].join(" | ")} |`),
  ];
}

function layerItem(group: Grouped, voice: Voice): string {
  const layer = code(titleOf(group, voice).replace(/ {2}/g, " "));
  const { kind } = group;
  const isMoved = kind === "added" || kind === "removed";
  const title = isMoved ? render(kind === "added" ? say`added ${layer}` : say`removed ${layer}`, voice) : layer;
  const places = placesText(group, voice);
  if (group.kind !== "changed")
    return `* ${[title, escaped(weightOf(group, voice)), places].filter(Boolean).join(", ")}`;
  const details = detailsOf(group, voice).map(
    ({ name, old, new: now, by }) => `${escaped(name)} ${code(old)} → ${code(now)}${by && ` (${by})`}`,
  );
  return `* ${[title, places].filter(Boolean).join(", ")}: ${details.join(", ")}`;
}

const followItem = (group: Grouped, voice: Voice): string => {
  const details = detailsOf(group, voice).map(
    ({ name, old, new: now, by }) => `${escaped(name)} ${escaped(by || `${old} → ${now}`)}`,
  );
  return `* ${[code(titleOf(group, voice).replace(/ {2}/g, " ")), placesText(group, voice), ...details].filter(Boolean).join(", ")}`;
};
