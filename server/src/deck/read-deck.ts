import { isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLParseError } from "yaml";
import { type Message, say, verbatim } from "../core/message";
import { nearest } from "../core/nearest";
import type { Card, CardPlaces, Deck } from "./card";
import { deckKeys } from "./fields";
import { readCard } from "./read-card";
import { reporter, type Tell } from "./reporter";
import { keysOf, placeOf, spanOf } from "./yaml-node";

/** Far more than anybody learns; a larger text is some other file. */
const longest = 4_000_000;

/**
 * Reads the text of a `*.cards.yaml`. Never throws: a card with a mistake is left out, its mistakes are
 * reported, and all others are read.
 */
export function readDeck(text: string): Deck {
  const { tell, problems } = reporter(text);
  if (text.length > longest) {
    tell({ from: 0, to: 0 }, say`a deck has at most ${longest} characters; this text has ${text.length}`);
    return { cards: [], problems };
  }
  // Keys are compared here: the parser's own comparison takes quadratic time.
  // A lone CR ends a line for editors, and for the parser only when it is an LF.
  const document = parseDocument(text.replace(/\r(?!\n)/g, "\n"), { uniqueKeys: false });
  const [broken] = document.errors;
  // One mistake makes the parser report many; the first is the one to mend.
  if (broken) tell({ from: broken.pos[0], to: broken.pos[1] }, syntaxMessage(broken));
  const root = document.contents;
  if (!isMap(root)) {
    const span = root ? spanOf(root) : { from: 0, to: 0 };
    if (!broken) tell(span, say`a deck is a map with a name and a list of cards`);
    return { cards: [], problems };
  }
  const places = new Map<string, CardPlaces>();
  return { ...readRoot(root, places, tell), places, problems };
}

function readRoot(root: YAMLMap, places: Map<string, CardPlaces>, tell: Tell): Pick<Deck, "name" | "lesson" | "cards"> {
  let name: string | undefined;
  let lesson: string | undefined;
  let cards: readonly Card[] | undefined;
  for (const { key, span, value } of keysOf(root, say`the keys of a deck are words`, tell)) {
    if (!deckKeys.includes(key)) {
      const near = nearest(key, deckKeys);
      tell(
        span,
        near
          ? say`a deck has a name, cards and perhaps a lesson, no ${key}; did you mean ${near}?`
          : say`a deck has a name, cards and perhaps a lesson, no ${key}`,
      );
    } else if (key === "cards") {
      if (isSeq(value)) cards = readCards(value.items, places, tell);
      else tell(placeOf(value, span), say`cards is a list`);
      cards ??= [];
    } else if (key === "lesson") {
      if (isScalar(value) && typeof value.value === "string" && value.value.trim() !== "") lesson = value.value;
      else tell(placeOf(value, span), say`a lesson is the text of the model that it begins with`);
      lesson ??= "";
    } else if (isScalar(value) && typeof value.value === "string") name = value.value;
    else tell(placeOf(value, span), say`the name of a deck is text`);
  }
  if (!cards) tell({ from: spanOf(root).from, to: spanOf(root).from }, say`a deck needs a list called cards`);
  const steps = cards?.filter(({ goals }) => goals) ?? [];
  for (const { id } of lesson === undefined ? steps : [])
    tell(
      places.get(id)!.fields.get("goal")!,
      say`a goal is of a lesson, and this deck has no key ${"lesson"} with the model to begin with`,
    );
  return { ...(name !== undefined && { name }), ...(lesson && { lesson }), cards: cards ?? [] };
}

function readCards(items: readonly unknown[], places: Map<string, CardPlaces>, tell: Tell): readonly Card[] {
  const byId = new Map<string, Card>();
  for (const item of items) {
    if (!isMap(item)) {
      const what = isAlias(item)
        ? say`an alias stands for no card; write the card itself`
        : say`a card is a map of fields`;
      tell(spanOf(item), what);
      continue;
    }
    const { card, ...where } = readCard(item, tell);
    if (!card) continue;
    if (byId.has(card.id)) tell(card.span, say`another card above has the id ${card.id}`);
    else {
      byId.set(card.id, card);
      places.set(card.id, { whole: spanOf(item), ...where });
    }
  }
  return [...byId.values()];
}

/** The parser's words without its picture of the text, and without the place, which the problem has. */
function syntaxMessage({ code, message }: YAMLParseError): Message {
  if (code === "MULTIPLE_DOCS") return say`a file holds one deck, and another begins here`;
  const [first = ""] = message.split("\n");
  const said = first.replace(/ at line \d+, column \d+:?$/, "");
  if (said === "Maximum call stack size exceeded") return say`the text is nested too deeply`;
  return verbatim(said.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
}
