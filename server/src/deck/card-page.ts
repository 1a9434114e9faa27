import { type Message, render, say } from "../core/message";
import { english } from "../core/voice";
import { type Card, cardIn } from "./card";
import { correctedIn, oneLine } from "./question";

/** A card as a page of Markdown: the question as its title, the answer, and what the source has wrong. */
export function cardPage(asked: Card, voice = english): string {
  const card = cardIn(asked, voice);
  const { question, answer, model, tags, operators, rules } = card;
  const corrected = correctedIn(card, voice);
  const list = (label: Message, words: readonly string[]) =>
    words.length ? [render(say`${label}: ${words.join(", ")}`, voice)] : [];
  const parts = [
    `# ${oneLine(question)}`,
    answer,
    ...(corrected !== undefined ? [corrected] : []),
    ...(model !== undefined ? [`\`\`\`yaml\n${model.trimEnd()}\n\`\`\``] : []),
    [...list(say`Operators`, operators), ...list(say`Rules`, rules), ...list(say`Tags`, tags)].join("  \n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
