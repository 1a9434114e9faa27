import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind } from "vscode-languageserver";
import { english, told } from "../core/voice";
import { cardPage } from "../deck/card-page";
import { cardAt } from "../deck/check-deck";
import { type DeckChoices, deckChoices, docOf } from "../deck/deck-choices";
import { wholes } from "../deck/goal";
import { plainText } from "../deck/plain-text";
import { readDeck } from "../deck/read-deck";
import { opCalled } from "../derive/frameworks";
import { topics } from "../derive/topic";
import type { Findings } from "../features/diagnostics";
import { rangeOf } from "../features/snapshot";
import { around } from "../service/decks";

interface Word {
  readonly word: string;
  readonly doc?: string | undefined;
}

/** Keys of a deck and its cards, and the operators and rules that a card may name. */
export function deckCompletion({ text, lines, voice = english }: Findings, offset: number): CompletionItem[] {
  const choices = deckChoices(text, offset);
  if (!choices) return [];
  const { span, kind } = choices;
  const areKeys = kind === "deck-key" || kind === "card-key";
  const colon = areKeys && !/^\s*:/.test(text.slice(span.to)) ? ": " : "";
  return wordsOf(choices).map(({ word, doc }) => ({
    label: word,
    kind: areKeys ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(doc !== undefined && { documentation: told(doc, voice) }),
    textEdit: { range: rangeOf(lines, span), newText: word + colon },
  }));
}

function wordsOf({ kind, keys }: Pick<DeckChoices, "kind" | "keys">): readonly Word[] {
  if (kind === "operator") return [...around().operators].map((word) => ({ word, doc: opCalled(word)?.summary }));
  if (kind === "goal") return [...wholes.map((word) => ({ word })), ...wordsOf({ kind: "operator", keys: [] })];
  if (kind === "rule") return [...around().rules].map((word) => ({ word, doc: topics().get(word)?.summary }));
  return keys.map((word) => ({ word, doc: docOf(word) }));
}

/** The card at a place, as it is shown to whoever learns. */
export function deckHover({ text, lines, voice }: Findings, offset: number, markdown: boolean): Hover | undefined {
  const deck = readDeck(text);
  const card = cardAt(deck, offset);
  if (!card) return undefined;
  const page = cardPage(card, voice);
  return {
    contents: markdown
      ? { kind: MarkupKind.Markdown, value: page }
      : { kind: MarkupKind.PlainText, value: plainText(page) },
    range: rangeOf(lines, card.span),
  };
}
