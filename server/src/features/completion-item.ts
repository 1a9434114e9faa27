import { type CompletionItem, InsertTextFormat, MarkupKind } from "vscode-languageserver-types";
import type { Voice } from "../core/voice";
import { plain } from "./plain";

/** What the client does with an item. */
export interface Menu {
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** Shows what an item is beside its name, also while another one is chosen. */
  readonly beside?: boolean;
  /** Somebody else completes keys of the format, who knows them by a schema. */
  readonly leavesKeys?: boolean;
  readonly voice: Voice;
}

/** What is shown of an item while it is chosen, and long beside all else. */
export type More = Pick<CompletionItem, "detail" | "documentation">;

/** An item before it is known where it goes; `text` is what is put in, where that is not its name. */
export type Item = Omit<CompletionItem, "textEdit" | "documentation"> & {
  readonly text?: string;
  readonly more?: () => More;
};

export function documentation(parts: readonly string[], { markdown }: Menu): Pick<More, "documentation"> {
  if (!parts.length) return {};
  const text = parts.join("\n\n");
  const value = markdown ? text : plain(text);
  return { documentation: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
}

/** A text with stops of the tab key, or without them for a client that has none. */
export const snippet = (text: string, { snippets }: Menu): Pick<Item, "text" | "insertTextFormat"> =>
  snippets ? { text, insertTextFormat: InsertTextFormat.Snippet } : { text: withoutStops(text) };

/** The first choice of each stop, as the text is when nobody changes it. */
export const withoutStops = (text: string): string =>
  text
    .replace(/\$\{\d+\|((?:\\.|[^\\,|])*)(?:,(?:\\.|[^\\|])*)?\|\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, "$1")
    .replace(/\$\d+/g, "")
    .replace(/\\([\\$},|])/g, "$1");

/** Text that means nothing to a snippet. */
export const verbatimIn = (text: string): string => text.replace(/[\\$}]/g, "\\$&");

/** A stop of the tab key: one of several values, or one value to write over. */
export const stop = (number: number, values: readonly string[]): string =>
  values.length > 1
    ? `\${${number}|${values.map((value) => value.replace(/[\\,|$}]/g, "\\$&")).join(",")}|}`
    : `\${${number}:${verbatimIn(values[0] ?? "")}}`;

/** Where several of them say the same, the first. */
export const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** The same of items, which say the same where they are called the same. */
export const distinctItems = (items: readonly Item[]): readonly Item[] =>
  items.filter(({ label }, i) => items.findIndex((one) => one.label === label) === i);
