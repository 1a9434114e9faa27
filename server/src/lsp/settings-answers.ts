import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind } from "vscode-languageserver";
import { type Message, render, say, verbatim } from "../core/message";
import { english, told, type Voice } from "../core/voice";
import { topics } from "../derive/topic";
import type { Findings } from "../features/diagnostics";
import { rangeOf } from "../features/snapshot";
import { type Choice, choicesAt, type Offer } from "../settings/choices";
import type { Client } from "./client";
import { known } from "./known";

const offer = (files: Offer["files"]): Offer => ({
  ...known(),
  summaries: new Map([...topics().values()].map(({ id, summary }) => [id, summary])),
  files,
});

/** The keys and values that a configuration file can have. */
export function settingsCompletion(
  { text, lines, voice = english }: Findings,
  offset: number,
  files: Offer["files"],
): CompletionItem[] {
  const choices = choicesAt(text, offset, offer(files));
  if (!choices) return [];
  const { span, words, areKeys } = choices;
  const colon = areKeys && !/^["']?\s*:/.test(text.slice(span.to)) ? ": " : "";
  return words.map(({ word, doc, default: usually }) => ({
    label: word,
    kind: areKeys ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(usually !== undefined && { detail: plain(say`default: ${usually}`, voice) }),
    ...(doc !== undefined && { documentation: told(doc, voice) }),
    textEdit: { range: rangeOf(lines, span), newText: word + colon },
  }));
}

/** What a key, a rule or a word of a configuration file is for, what holds without it, and where more is told. */
export function settingsHover(
  { text, lines, voice = english }: Findings,
  offset: number,
  client: Linking & Pick<Client, "markdown">,
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
      ? { kind: MarkupKind.Markdown, value: inMarkdown(found, client, voice) }
      : { kind: MarkupKind.PlainText, value: inPlain(found, client, voice) },
    range: rangeOf(lines, choices.span),
  };
}

type Linking = Pick<Client, "docs" | "pagesScheme" | "showDocs">;

const inPlain = ({ word, doc = "", default: usually, page }: Choice, { docs }: Linking, voice: Voice): string =>
  [
    render(say`${word}: ${verbatim(doc)}`, voice),
    ...(usually === undefined ? [] : [plain(say`Default: ${usually}`, voice)]),
    ...(docs === undefined || page === undefined ? [] : [`${docs}docs/${page}`]),
  ].join("\n\n");

function inMarkdown({ word, doc = "", default: usually, page }: Choice, linking: Linking, voice: Voice): string {
  const target = page && linkTo(page, linking);
  return [
    render(say`**${word}**: ${escaped(told(doc, voice))}`, voice),
    ...(usually === undefined ? [] : [escaped(plain(say`Default: ${usually}`, voice))]),
    ...(target === undefined ? [] : [render(say`[Documentation](${target})`, voice)]),
  ].join("\n\n");
}

/** Where a scheme of the client's own has the pages, hovers lead there by its command: they show no other schemes. */
function linkTo(page: string, { docs, pagesScheme, showDocs }: Linking): string | undefined {
  if (pagesScheme === undefined || showDocs === undefined) return docs && `${docs}docs/${page}`;
  return `command:${showDocs}?${encodeURIComponent(JSON.stringify([`docs/${page}`]))}`;
}

/** What stands in backticks elsewhere, where nothing is set apart. */
const plain = (message: Message, voice: Voice): string => render(message, voice).replaceAll("`", "");

/** Globs and names in a sentence are no markup. */
const escaped = (text: string): string => text.replace(/[\\*_[\]<>`]/g, "\\$&");
