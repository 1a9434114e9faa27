import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind } from "vscode-languageserver";
import { topics } from "../derive/topic";
import type { Findings } from "../features/diagnostics";
import { rangeOf } from "../features/snapshot";
import { type Choice, choicesAt, type Offer } from "../settings/choices";
import type { Client } from "./client";
import { known } from "./known";

const offer = (files: Offer["files"]): Offer => ({
  ...known(),
  summaries: new Map([...topics.values()].map(({ id, summary }) => [id, summary])),
  files,
});

/** The keys and values that a configuration file can have. */
export function settingsCompletion({ text, lines }: Findings, offset: number, files: Offer["files"]): CompletionItem[] {
  const choices = choicesAt(text, offset, offer(files));
  if (!choices) return [];
  const { span, words, areKeys } = choices;
  const colon = areKeys && !/^["']?\s*:/.test(text.slice(span.to)) ? ": " : "";
  return words.map(({ word, doc, default: usually }) => ({
    label: word,
    kind: areKeys ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(usually !== undefined && { detail: `default: ${usually}` }),
    ...(doc !== undefined && { documentation: doc }),
    textEdit: { range: rangeOf(lines, span), newText: word + colon },
  }));
}

/** What a key, a rule or a word of a configuration file is for, what holds without it, and where more is told. */
export function settingsHover(
  { text, lines }: Findings,
  offset: number,
  client: Pick<Client, "docs" | "markdown">,
): Hover | undefined {
  const choices = choicesAt(
    text,
    offset,
    offer(() => []),
  );
  const word = choices && text.slice(choices.span.from, choices.span.to);
  const found = choices?.words.find((choice) => choice.word === word && choice.doc !== undefined);
  if (!choices || !found) return undefined;
  return {
    contents: client.markdown
      ? { kind: MarkupKind.Markdown, value: inMarkdown(found, client.docs) }
      : { kind: MarkupKind.PlainText, value: inPlain(found, client.docs) },
    range: rangeOf(lines, choices.span),
  };
}

const inPlain = ({ word, doc, default: usually, page }: Choice, docs: string | undefined): string =>
  [
    `${word}: ${doc}`,
    ...(usually === undefined ? [] : [`Default: ${usually}`]),
    ...(docs === undefined || page === undefined ? [] : [`${docs}docs/${page}`]),
  ].join("\n\n");

const inMarkdown = ({ word, doc, default: usually, page }: Choice, docs: string | undefined): string =>
  [
    `**${word}**: ${escaped(doc ?? "")}`,
    ...(usually === undefined ? [] : [`Default: ${escaped(usually)}`]),
    ...(docs === undefined || page === undefined ? [] : [`[Documentation](${docs}docs/${page})`]),
  ].join("\n\n");

/** Globs and names in a sentence are no markup. */
const escaped = (text: string): string => text.replace(/[\\*_[\]<>`]/g, "\\$&");
