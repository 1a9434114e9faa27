import { isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLParseError } from "yaml";
import { nearest } from "../core/nearest";
import type { Card, Deck } from "./card";
import { deckKeys } from "./fields";
import { readCard } from "./read-card";
import { reporter, type Say } from "./reporter";
import { keysOf, placeOf, spanOf } from "./yaml-node";

/** Far more than anybody learns; a larger text is some other file. */
const longest = 4_000_000;

/**
 * Reads the text of a `*.cards.yaml`. Never throws: a card with a mistake is left out, its mistakes are
 * reported, and all others are read.
 */
export function readDeck(text: string): Deck {
  const { say, problems } = reporter(text);
  if (text.length > longest) {
    say({ from: 0, to: 0 }, `a deck has at most ${longest} characters; this text has ${text.length}`);
    return { cards: [], problems };
  }
  // Keys are compared here: the parser's own comparison takes quadratic time.
  // A lone CR ends a line for editors, and for the parser only when it is an LF.
  const document = parseDocument(text.replace(/\r(?!\n)/g, "\n"), { uniqueKeys: false });
  const [broken] = document.errors;
  // One mistake makes the parser report many; the first is the one to mend.
  if (broken) say({ from: broken.pos[0], to: broken.pos[1] }, syntaxMessage(broken));
  const root = document.contents;
  if (!isMap(root)) {
    const span = root ? spanOf(root) : { from: 0, to: 0 };
    if (!broken) say(span, "a deck is a map with a name and a list of cards");
    return { cards: [], problems };
  }
  const { name, cards } = readRoot(root, say);
  return { ...(name !== undefined && { name }), cards, problems };
}

function readRoot(root: YAMLMap, say: Say): { readonly name?: string; readonly cards: readonly Card[] } {
  let name: string | undefined;
  let cards: readonly Card[] | undefined;
  for (const { key, span, value } of keysOf(root, "a deck", say)) {
    if (!deckKeys.includes(key)) {
      const near = nearest(key, deckKeys);
      say(span, `a deck has a name and cards; ${key} is neither${near ? `; did you mean ${near}?` : ""}`);
    } else if (key === "cards") {
      if (isSeq(value)) cards = readCards(value.items, say);
      else say(placeOf(value, span), "cards is a list");
      cards ??= [];
    } else if (isScalar(value) && typeof value.value === "string") name = value.value;
    else say(placeOf(value, span), "the name of a deck is text");
  }
  if (!cards) say({ from: spanOf(root).from, to: spanOf(root).from }, "a deck needs a list called cards");
  return { ...(name !== undefined && { name }), cards: cards ?? [] };
}

function readCards(items: readonly unknown[], say: Say): readonly Card[] {
  const byId = new Map<string, Card>();
  for (const item of items) {
    if (!isMap(item)) {
      const what = isAlias(item) ? "an alias stands for no card; write the card itself" : "a card is a map of fields";
      say(spanOf(item), what);
      continue;
    }
    const card = readCard(item, say);
    if (!card) continue;
    if (byId.has(card.id)) say(card.span, `another card above has the id ${card.id}`);
    else byId.set(card.id, card);
  }
  return [...byId.values()];
}

/** The parser's words without its picture of the text, and without the place, which the problem has. */
function syntaxMessage({ code, message }: YAMLParseError): string {
  if (code === "MULTIPLE_DOCS") return "a file holds one deck, and another begins here";
  const [first = ""] = message.split("\n");
  const said = first.replace(/ at line \d+, column \d+:?$/, "");
  if (said === "Maximum call stack size exceeded") return "the text is nested too deeply";
  return said.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
