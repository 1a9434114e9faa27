import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type Message, plural, render, say } from "../../core/message";
import type { Deck } from "../../deck/card";
import { importText } from "../../deck/import-text";
import { writeDeck } from "../../deck/write-deck";
import { isDeckName } from "../../service/decks";
import { readText, Unreadable } from "../read-text";
import { complainTo, type Streams, UsageError, voiceIn } from "../usage";
import { writeAs } from "../write-whole";

/** A text of other programs as a deck: printed, or written to a file that is not there yet. */
export function importDeck(
  file: string,
  { to, quiet }: { readonly to?: string | undefined; readonly quiet?: boolean | undefined },
  isJson: boolean,
  streams: Streams,
): number {
  if (to !== undefined && !isDeckName(to)) throw new UsageError(say`--to ${to}: a deck is called *.cards.yaml`);
  if (to !== undefined && existsSync(to))
    throw new UsageError(say`--to ${to}: it is there already, and a deck that somebody learns is not written over`);
  const deck = importText(textIn(file), basename(file).replace(/\.\w+$/, ""));
  for (const { line, told } of deck.problems) complainTo(streams, `${file}:${line}`, told);
  if (!deck.cards.length) throw new UsageError(say`--import ${file}: there is no card in it`);
  const text = writeDeck(deck);
  if (to !== undefined) writeAs(`--to ${to}`, to, text);
  if (isJson) streams.out.write(`${JSON.stringify(asJson(deck, to === undefined ? text : undefined), null, 2)}\n`);
  else if (to === undefined) streams.out.write(text);
  else if (!quiet) streams.out.write(`${render(countOf(deck, to), voiceIn(streams))}\n`);
  return 0;
}

const countOf = ({ cards }: Deck, to: string): Message =>
  plural(cards.length, say`1 card was written to ${to}`, say`${cards.length} cards were written to ${to}`);

const asJson = ({ name, cards, problems }: Deck, text: string | undefined) => ({
  version: 1,
  name,
  cards: cards.length,
  problems: problems.map(({ line, message }) => ({ line, message })),
  ...(text !== undefined && { text }),
});

function textIn(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof Unreadable) throw new UsageError(say`--import ${file}: ${error.told}`);
    throw error;
  }
}
