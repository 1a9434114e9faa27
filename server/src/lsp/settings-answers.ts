import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind } from "vscode-languageserver";
import { topics } from "../derive/topic";
import type { Findings } from "../features/diagnostics";
import { rangeOf } from "../features/snapshot";
import { choicesAt, type Offer } from "../settings/choices";
import { known } from "./known";

const offer = (): Offer => ({
  ids: [...topics.values()].map(({ id, summary }) => ({ word: id, doc: summary })),
  dialects: known().dialects,
});

/** The keys and values that a configuration file can have. */
export function settingsCompletion({ text, lines }: Findings, offset: number): CompletionItem[] {
  const choices = choicesAt(text, offset, offer());
  if (!choices) return [];
  const { span, words, areKeys } = choices;
  const colon = areKeys && !/^\s*:/.test(text.slice(span.to)) ? ": " : "";
  return words.map(({ word, doc }) => ({
    label: word,
    kind: areKeys ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(doc !== undefined && { documentation: doc }),
    textEdit: { range: rangeOf(lines, span), newText: word + colon },
  }));
}

/** What a key of a configuration file is for, and what a rule finds. */
export function settingsHover(
  { text, lines }: Findings,
  offset: number,
  { docs }: { readonly docs?: string },
): Hover | undefined {
  const choices = choicesAt(text, offset, offer());
  const word = choices && text.slice(choices.span.from, choices.span.to);
  const found = choices?.words.find((choice) => choice.word === word && choice.doc !== undefined);
  if (!choices || !found) return undefined;
  const page = docs !== undefined && topics.has(found.word) ? `\n\n${docs}docs/rules/${found.word}.md` : "";
  return {
    contents: { kind: MarkupKind.PlainText, value: `${found.word}: ${found.doc}${page}` },
    range: rangeOf(lines, choices.span),
  };
}
