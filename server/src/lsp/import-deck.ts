import { render, say } from "../core/message";
import type { Voice } from "../core/voice";
import { importText } from "../deck/import-text";
import { writeDeck } from "../deck/write-deck";
import { wrong } from "./wrong";

/** A text of other programs as the text of a deck, which is the client's to keep. */
export function importJson({ text, name }: { readonly [key: string]: unknown }, voice: Voice) {
  if (typeof text !== "string") throw wrong(say`${"text"} is what is to be read as a deck`, voice);
  const deck = importText(text, typeof name === "string" ? name : undefined);
  return {
    name: deck.name ?? null,
    text: writeDeck(deck),
    cards: deck.cards.length,
    problems: deck.problems.map(({ line, told }) => ({ line, message: render(told, voice) })),
  };
}
