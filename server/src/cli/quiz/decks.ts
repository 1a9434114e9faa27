import { basename, resolve } from "node:path";
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
  const byPlace = new Map(words?.map((word) => [isOwn(word) ? ownId : resolve(word), word]));
  const decks = new Map<string, Asked>();
  for (const word of byPlace.size ? byPlace.values() : [ownId]) {
    const deck = deckFor(word, streams);
    // A card has one past, so cards of one deck cannot be told from those of the other.
    if (decks.has(deck.id))
      throw new UsageError(
        say`--deck ${word}: another deck is remembered as ${deck.id} too; give its file another name`,
      );
    decks.set(deck.id, deck);
  }
  return [...decks.values()];
}

const isOwn = (word: string): boolean => [ownId, kebab(ownDeck().name)].includes(kebab(word));

function deckFor(word: string, streams: Streams): Asked {
  if (isOwn(word)) return ownDeck();
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

/** Some systems write a letter and its accent apart. */
const kebab = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
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
