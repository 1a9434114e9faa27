import type { Card, Deck } from "./card";
import { toHtml } from "./html";
import { quoted } from "./separated";

/** What marks a guid as one of ours; behind it stand the deck and the id of the card. */
export const ours = "convlint:";

/**
 * A deck as text that Anki imports: one note a card, whose guid keeps it the same note when it is imported again.
 * Operators and rules are tags, and what else a card has stands below its answer.
 */
export function exportAnki({ name = "ConvLint", cards }: Pick<Deck, "name" | "cards">): string {
  const head = [
    "#separator:tab",
    "#html:true",
    `#deck:${name.replace(/\s+/g, " ")}`,
    "#notetype:Basic",
    "#guid column:1",
    "#tags column:4",
  ];
  const slug = slugOf(name) || "deck";
  const rows = cards.map((card) =>
    [`${ours}${slug}:${card.id}`, toHtml(card.question), backOf(card), tagsOf(card).join(" ")]
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
    ...(model === undefined ? [] : [`<pre class="model">${escapedCode(model)}</pre>`]),
  ].join("\n");
}

const escapedCode = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Words in lower case joined by hyphens, as ids are. */
export const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
