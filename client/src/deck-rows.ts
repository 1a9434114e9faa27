import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { type Deck, type DeckCard, standings } from "./protocol";

export type Node =
  | { readonly kind: "deck"; readonly deck: Deck }
  | { readonly kind: "group"; readonly name: string; readonly isOpen: boolean; readonly children: readonly Node[] }
  | { readonly kind: "card"; readonly card: DeckCard };

type Standing = DeckCard["standing"];

/** The cards of a deck below their tags, or below where somebody stands with them. A card of two tags is below both. */
export function nodesOf(cards: readonly DeckCard[], isByTag: boolean): readonly Node[] {
  const group = (name: string, its: readonly DeckCard[], isOpen = false): readonly Node[] =>
    its.length ? [{ kind: "group", name, isOpen, children: its.map((card) => ({ kind: "card", card })) }] : [];
  if (!isByTag)
    return standings.flatMap((one) =>
      group(
        standingNames()[one],
        cards.filter(({ standing }) => standing === one),
        one === "due",
      ),
    );
  const tags = [...new Set(cards.flatMap((card) => card.tags))].sort();
  return [
    ...tags.flatMap((tag) =>
      group(
        tag,
        cards.filter((card) => card.tags.includes(tag)),
      ),
    ),
    ...group(
      l10n.t("Without a tag"),
      cards.filter((card) => !card.tags.length),
    ),
  ];
}

/** As headings: of the cards below. */
const standingNames = (): { readonly [S in Standing]: string } => ({
  due: l10n.t("Due"),
  learning: l10n.t("Being learned"),
  new: l10n.t("New"),
  later: l10n.t("Later"),
  buried: l10n.t("Not before tomorrow"),
  suspended: l10n.t("Not asked"),
});

/** The shapes differ, so that no colour is needed. */
const icons: { readonly [S in Standing]: string } = {
  due: "circle-large-filled",
  learning: "sync",
  new: "circle-large-outline",
  later: "pass",
  buried: "clock",
  suspended: "circle-slash",
};

export function rowOf(node: Node): TreeItem {
  switch (node.kind) {
    case "deck":
      return deckRow(node.deck);
    case "group":
      return groupRow(node);
    case "card":
      return cardRow(node.card);
  }
}

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

function deckRow({ id, name, cards, lesson, counts, source, file, problems }: Deck): TreeItem {
  const row = new TreeItem(name, Collapsed);
  const left = countsText(counts);
  const size = cards === 1 ? l10n.t("1 card") : l10n.t("{0} cards", cards);
  row.id = `deck ${id}`;
  row.description = left;
  row.iconPath = new ThemeIcon(problems.length ? "warning" : lesson ? "tasklist" : deckIcons[source]);
  row.contextValue = `deck-${source}${lesson ? " lesson" : ""}`;
  row.tooltip = [name, ...(file === undefined ? [] : [file]), size, left, ...problems].join("\n");
  row.accessibilityInformation = { label: [l10n.t("Deck {0}: {1}; {2}", name, left, size), ...problems].join(". ") };
  return row;
}

const deckIcons: { readonly [S in Deck["source"]]: string } = {
  "built-in": "mortar-board",
  file: "notebook",
  models: "symbol-class",
};

/** Only what there is: 3 due · 10 new. */
function countsText({ due, learning, new: fresh }: Deck["counts"]): string {
  const parts = [
    ...(due ? [l10n.t("{0} due", due)] : []),
    ...(learning ? [l10n.t("{0} learning", learning)] : []),
    ...(fresh ? [l10n.t("{0} new", fresh)] : []),
  ];
  return parts.length ? parts.join(" · ") : l10n.t("nothing due");
}

function groupRow({ name, children, isOpen }: Extract<Node, { kind: "group" }>): TreeItem {
  const row = new TreeItem(name, isOpen ? Expanded : Collapsed);
  row.description = String(children.length);
  row.contextValue = "group";
  row.accessibilityInformation = { label: l10n.t("{0}: {1} cards", name, children.length) };
  return row;
}

function cardRow(card: DeckCard): TreeItem {
  const { key, question, standing, comes, leech } = card;
  const row = new TreeItem(question, None);
  const state = [standingNames()[standing], ...(comes === null ? [] : [comes]), ...(leech ? [l10n.t("leech")] : [])];
  row.description = [...(comes === null ? [] : [comes]), ...(leech ? [l10n.t("leech")] : [])].join(", ");
  row.iconPath =
    standing === "due" ? new ThemeIcon(icons.due, new ThemeColor("charts.blue")) : new ThemeIcon(icons[standing]);
  row.contextValue = standing === "suspended" ? "card.suspended" : "card";
  row.tooltip = `${question}\n${state.join(", ")}`;
  row.accessibilityInformation = { label: `${question} ${state.join(", ")}` };
  row.command = { command: "convlint.openCard", title: l10n.t("Open in Its Deck"), arguments: [key] };
  return row;
}
