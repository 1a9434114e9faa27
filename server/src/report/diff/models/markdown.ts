import { plural } from "../../numbers";
import type { Side } from "../comparison";
import { code, escaped, folded } from "../markdown";
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

/** More changes than these are folded away. */
const mostOpen = 6;

/** Two models as they stand in a pull request: what changed in a line, the totals as a table, details folded. */
export function modelsMarkdown(all: readonly ModelsComparison[], notes: readonly string[]): string {
  const { whole, brief } = inTurn(all);
  const parts = [
    ...whole.map(blocks),
    brief.length ? scalesTable(brief) : "",
    notes.map((note) => `* ${escaped(note)}`).join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function blocks(one: ModelsComparison): string {
  const { changes, follows, keys, kept, isEqual } = one;
  const title = `**${titleOfBoth(one)}**: ${escaped(headline(one))}`;
  const settings = isEqual
    ? []
    : keys.map(({ name, old, new: now }) => `* ${code(name)}: ${code(old ?? "–")} → ${code(now ?? "–")}`);
  const list = [...settings, ...changes.map(layerItem)];
  const details = list.length > mostOpen ? folded(plural(list.length, "change"), list) : list;
  const others = follows.length ? folded(othersTitle(one), follows.map(followItem)) : [];
  const keptLine = isEqual || !kept ? "" : keptText(kept);
  return [[title], totalsTable(one), details, others, keptLine ? [escaped(keptLine)] : []]
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

/** Further sizes of the model, a row each. */
function scalesTable(told: readonly ModelsComparison[]): string {
  const rows = told.map((one) => ({ scale: code(one.new.scale ?? ""), cells: totalsInShort(one) }));
  const names = rows[0]!.cells.map(({ name }) => name);
  return [
    `| scale | ${names.join(" | ")} |`,
    `|---|${names.map(() => "--:|").join("")}`,
    ...rows.map(({ scale, cells }) => `| ${[scale, ...cells.map(shortCell)].join(" | ")} |`),
  ].join("\n");
}

const shortCell = ({ old, new: now, by }: Said): string =>
  escaped(old === now ? now : `${old} → ${now} (${by || "±0"})`);

/** A file that is compared with itself at another time is named once. */
function titleOfBoth({ old, new: now }: ModelsComparison): string {
  const revision = old.file.endsWith(`:${now.file}`) ? old.file.slice(0, -now.file.length - 1) : undefined;
  if (revision === undefined) return `${sideText(old)} ↔ ${sideText(now)}`;
  return `${sideText(now)} since ${revision ? code(revision) : "what is staged"}`;
}

const sideText = ({ file, scale }: Side): string => code(file) + (scale === undefined ? "" : `, scale ${code(scale)}`);

const othersTitle = ({ follows, changes }: ModelsComparison): string =>
  changes.length
    ? `what follows for ${plural(follows.length, "other layer")}`
    : `${plural(follows.length, "layer")} with other figures`;

function totalsTable(one: ModelsComparison): readonly string[] {
  const changed = changedTotals(one).map(totalSaid);
  if (!changed.length) return [];
  return [
    "| | before | after | |",
    "|---|--:|--:|--:|",
    ...changed.map(({ name, old, new: now, by }) => `| ${[name, escaped(old), escaped(now), by].join(" | ")} |`),
  ];
}

const words = { added: "added", removed: "removed", changed: "", follows: "" } as const;

function layerItem(group: Grouped): string {
  const title = `${words[group.kind] && `${words[group.kind]} `}${code(titleOf(group).replace(/ {2}/g, " "))}`;
  const places = placesText(group);
  if (group.kind !== "changed") return `* ${[title, escaped(weightOf(group)), places].filter(Boolean).join(", ")}`;
  const details = detailsOf(group).map(
    ({ name, old, new: now, by }) => `${escaped(name)} ${code(old)} → ${code(now)}${by && ` (${by})`}`,
  );
  return `* ${[title, places].filter(Boolean).join(", ")}: ${details.join(", ")}`;
}

const followItem = (group: Grouped): string => {
  const details = detailsOf(group).map(
    ({ name, old, new: now, by }) => `${escaped(name)} ${escaped(by || `${old} → ${now}`)}`,
  );
  return `* ${[code(titleOf(group).replace(/ {2}/g, " ")), placesText(group), ...details].filter(Boolean).join(", ")}`;
};
