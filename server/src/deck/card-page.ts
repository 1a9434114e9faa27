import type { Card } from "./card";

/** A card as a page of Markdown: the question as its title, the answer, and what the source has wrong. */
export function cardPage(card: Card): string {
  const { question, answer, textSays, correction, model, tags, operators, rules } = card;
  const list = (label: string, words: readonly string[]) => (words.length ? [`${label}: ${words.join(", ")}`] : []);
  const parts = [
    `# ${joined(question)}`,
    answer,
    ...(textSays !== undefined && correction !== undefined
      ? [`> The text says: ${joined(textSays)}`, `**Mind:** ${correction}`]
      : []),
    ...(model !== undefined ? [`\`\`\`yaml\n${model.trimEnd()}\n\`\`\``] : []),
    [...list("Operators", operators), ...list("Rules", rules), ...list("Tags", tags)].join("  \n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A title and a quotation are one line. */
const joined = (text: string): string => text.replace(/\s+/g, " ");
