import type { Card } from "./card";
import { escaped, toHtml } from "./html";
import { quoted } from "./separated";

/** What marks a guid as one of ours; behind it stand the ids of the deck and of the card. */
export const ours = "convlint:";

interface Exported {
  /** By which its cards are remembered. */
  readonly id: string;
  readonly name: string;
  readonly cards: readonly Card[];
}

/**
 * A deck as text that Anki imports: one note a card, whose guid keeps it the same note when it is imported again.
 * Operators and rules are tags, and what else a card has stands below its answer.
 */
export function exportAnki({ id, name, cards }: Exported): string {
  const head = [
    "#separator:tab",
    "#html:true",
    `#deck:${name.replace(/\s+/g, " ")}`,
    "#notetype:Basic",
    "#guid column:1",
    "#tags column:4",
  ];
  const rows = cards.map((card) =>
    [`${ours}${id}:${card.id}`, toHtml(card.question), backOf(card), tagsOf(card).join(" ")]
      .map((field) => quoted(field, "\t"))
      .join("\t"),
  );
  return `${[...head, ...rows].join("\n")}\n`;
}

/** Blanks part tags. */
const tagsOf = ({ tags, operators, rules }: Card): readonly string[] =>
  [...tags, ...operators.map((name) => `operator::${name}`), ...rules.map((id) => `rule::${id}`)].map((tag) =>
    tag.replace(/\s+/g, "_"),
  );

function backOf({ answer, textSays, correction, model }: Card): string {
  return [
    toHtml(answer),
    ...(textSays === undefined ? [] : [`<blockquote class="text-says">${toHtml(textSays)}</blockquote>`]),
    ...(correction === undefined ? [] : [`<div class="correction">${toHtml(correction)}</div>`]),
    ...(model === undefined ? [] : [`<pre class="model">${escaped(model)}</pre>`]),
  ].join("\n");
}

/** Words in lower case joined by hyphens, as ids are. */
export const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
