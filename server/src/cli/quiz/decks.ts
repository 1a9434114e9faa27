import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Message, render, say, verbatim } from "../../core/message";
import { nearest } from "../../core/nearest";
import { shortLine } from "../../deck/reporter";
import { operatorCards } from "../../derive/operator-cards";
import { kebab } from "../../drill/deck-id";
import { type Asked, fileDeck, operatorsDeck, operatorsId, ownDeck, ownId } from "../../drill/decks";
import { idOf } from "../../review/event";
import type { Askable } from "../../review/queue";
import { isDeckName } from "../../service/decks";
import { operatorsIn } from "../../service/operators-in";
import { readText, Unreadable } from "../read-text";
import { complainTo, type Streams, UsageError, voiceIn } from "../usage";
import { filesBelow } from "../walk";

/** Nobody waits for more. */
const mostModels = 400;

/** The decks that are asked for, by name, by file or by folder. What is wrong in one is told, and its other cards are asked. */
export function decksFor(words: readonly string[] | undefined, streams: Streams): readonly Asked[] {
  const byPlace = new Map(words?.map((word) => [isOwn(word) ? ownId : resolve(word), word]));
  const decks = new Map<string, Asked>();
  for (const word of byPlace.size ? byPlace.values() : [ownId])
    for (const deck of decksAt(word, streams)) {
      const other = decks.get(deck.id);
      if (other?.file !== undefined && resolve(other.file) === resolve(deck.file ?? "")) continue;
      // A card has one past, so cards of one deck cannot be told from those of the other.
      if (other)
        throw new UsageError(
          say`--deck ${deck.file ?? word}: another deck is remembered as ${deck.id} too; give its file another name`,
        );
      decks.set(deck.id, deck);
    }
  return [...decks.values()];
}

const isOwn = (word: string): boolean => [ownId, kebab(ownDeck().name)].includes(kebab(word));

function decksAt(word: string, streams: Streams): readonly Asked[] {
  if (isOwn(word)) return [ownDeck()];
  if (word === operatorsId) return [operatorsBelow(".", streams)];
  if (/\.ya?ml$/i.test(word)) return [deckFor(word, streams)];
  if (!statSync(word, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(say`--deck ${word}: a deck is ${ownId}, a file *.cards.yaml, or a folder of them`);
  const complain = (path: string, reason: Message): void => complainTo(streams, path, reason);
  const files = filesBelow(word, { wanted: isDeckName, hidden: false, complain });
  const operators = operatorsBelow(word, streams);
  const decks = [...files.map((file) => deckFor(file, streams)), ...(operators.cards.length ? [operators] : [])];
  if (!decks.length)
    throw new UsageError(say`--deck ${word}: there is no deck in it, no file *.cards.yaml, and no model`);
  return decks;
}

/** Cards about the operators of all models below a folder. */
function operatorsBelow(folder: string, streams: Streams): Asked {
  const wanted = (path: string): boolean => /\.(?:ya?ml|cnn\.json)$/i.test(path) && !isDeckName(path);
  const files = filesBelow(folder, { wanted, hidden: false, complain: () => {} });
  const names = files.slice(0, mostModels).flatMap((file) => {
    try {
      return operatorsIn(file, readText(file));
    } catch (error) {
      if (error instanceof Unreadable) return [];
      throw error;
    }
  });
  return operatorsDeck(operatorCards(names, voiceIn(streams)), voiceIn(streams));
}

function deckFor(file: string, streams: Streams): Asked {
  const deck = fileDeck(file, textIn(file));
  for (const { line, column, told } of deck.problems ?? [])
    complainTo(streams, `${file}:${line}:${column}`, verbatim(shortLine(render(told, voiceIn(streams)))));
  return deck;
}

function textIn(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof Unreadable) throw new UsageError(say`--deck ${file}: ${error.told}`);
    throw error;
  }
}

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
