import { basename } from "node:path";
import { say } from "../../core/message";
import { nearest } from "../../core/nearest";
import type { Deck } from "../../deck/card";
import { readDeck } from "../../deck/read-deck";
import { type Asked, ownDeck, ownId } from "../../drill/decks";
import { idOf } from "../../review/event";
import type { Askable } from "../../review/queue";
import { readText, Unreadable } from "../read-text";
import { complainTo, type Streams, UsageError } from "../usage";

/** The decks that are asked for, by name or by file. What is wrong in one is told, and its other cards are asked. */
export function decksFor(words: readonly string[] | undefined, streams: Streams): readonly Asked[] {
  const decks = (words?.length ? words : [ownId]).map((word) => deckFor(word, streams));
  return decks.filter(({ id }, i) => decks.findIndex((one) => one.id === id) === i);
}

function deckFor(word: string, streams: Streams): Asked {
  const own = ownDeck();
  if (kebab(word) === ownId || kebab(word) === kebab(own.name)) return own;
  if (!/\.ya?ml$/i.test(word)) throw new UsageError(say`--deck ${word}: a deck is ${ownId}, or a file *.cards.yaml`);
  const deck = read(word);
  for (const { line, column, message } of deck.problems)
    complainTo(streams, `${word}:${line}:${column}`, say`${message}`);
  const id = kebab(basename(word).replace(/(\.cards)?\.ya?ml$/i, "")) || "deck";
  return { id, name: deck.name ?? id, cards: deck.cards };
}

function read(file: string): Deck {
  try {
    return readDeck(readText(file));
  } catch (error) {
    if (error instanceof Unreadable) throw new UsageError(say`--deck ${file}: ${error.told}`);
    throw error;
  }
}

const kebab = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");

/** A card by its id, or by that of its deck and its own. */
export function cardCalled(word: string, cards: readonly Askable[]): Askable {
  const found = cards.filter(({ key }) => key === word || idOf(key) === word);
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw new UsageError(say`--card ${word}: several decks have it: ${found.map(({ key }) => key).join(", ")}`);
  const near = nearest(
    word,
    cards.map(({ key }) => idOf(key)),
  );
  throw new UsageError(
    near ? say`--card ${word}: no such card; did you mean ${near}?` : say`--card ${word}: no such card in these decks`,
  );
}
