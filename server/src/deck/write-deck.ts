import { stringify } from "yaml";
import type { Card, Deck } from "./card";

/** A deck as the text of a `*.cards.yaml`, which reads as the same deck. */
export const writeDeck = ({ name, cards }: Pick<Deck, "name" | "cards">): string =>
  stringify({ ...(name !== undefined && { name }), cards: cards.map(inFile) }, { lineWidth: 0, blockQuote: "literal" });

/** What is empty is left out. */
function inFile({ id, question, answer, tags, operators, rules, textSays, correction, model }: Card) {
  return {
    id,
    question,
    answer,
    ...(tags.length && { tags }),
    ...(operators.length && { operators }),
    ...(rules.length && { rules }),
    ...(textSays !== undefined && { text_says: textSays }),
    ...(correction !== undefined && { correction }),
    ...(model !== undefined && { model }),
  };
}
