import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
} from "vscode-languageserver-types";
import type { Choice, Place } from "../core/format";
import { isRequired, type Param, showDefault } from "../core/param";
import { isLayer, parameterOf, type Spelling, type Vocabulary } from "../core/vocabulary";
import { aboutOperator } from "./hover-operator";
import { inWords } from "./in-words";
import { layerDetails } from "./layer-details";
import { plain } from "./plain";
import { activeModel, rangeOf, type Snapshot } from "./snapshot";

/** What the client does with an item. */
export interface Menu {
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** Shows what an item is beside its name, also while another one is chosen. */
  readonly beside?: boolean;
}

type Item = Omit<CompletionItem, "textEdit"> & { readonly text?: string };

/** The format says where one is, the vocabulary what fits there. An item stands for the whole word under the cursor. */
export function completion(snapshot: Snapshot, offset: number, menu: Menu): CompletionItem[] {
  const place = snapshot.place(offset);
  if (!place) return [];
  const range = rangeOf(snapshot.lines, place.span);
  const shows = menu.beside && (place.kind === "from" || place.kind === "start");
  return itemsAt(snapshot, place, menu).map(({ text, ...item }, i) => ({
    ...item,
    ...(shows && item.detail !== undefined && { labelDetails: { description: item.detail } }),
    sortText: String(i).padStart(4, "0"),
    textEdit: { range, newText: place.quotes ? inQuotes(text ?? item.label) : (text ?? item.label) },
  }));
}

function itemsAt(snapshot: Snapshot, place: Place, menu: Menu): readonly Item[] {
  const { spellings } = place.vocabulary;
  switch (place.kind) {
    case "op":
      return [
        ...place.more.map((label): Item => ({ label, kind: CompletionItemKind.Struct, detail: "block of this file" })),
        ...inOrder(snapshot, [...spellings.keys()])
          .filter((word) => isLayer(place.vocabulary, word))
          .map((word) => operator(word, spellings.get(word)!, place, menu)),
      ];
    case "arg-name": {
      const spelling = spellings.get(place.op);
      const open = spelling?.order.filter((word) => !place.given.includes(word)) ?? [];
      const colon = /^\s*:/.test(snapshot.text.slice(place.span.to)) ? "" : ": ";
      const needed = open.filter((word) => isNeeded(spelling!, word));
      return [...needed, ...open.filter((word) => !needed.includes(word))].map((word) => ({
        ...argument(word, spelling!),
        text: word + colon,
      }));
    }
    case "arg-value": {
      const spelling = spellings.get(place.op);
      const param = spelling && paramOf(spelling, place.arg);
      const more = (place.more ?? []).map(chosen(menu));
      const values = param ? valuesOf(param, place.vocabulary) : [];
      // A name that is the argument's own says more than any value.
      return more[0]?.label === place.arg ? [...more, ...values] : [...values, ...more];
    }
    case "key": {
      const colon = /^\s*:/.test(snapshot.text.slice(place.span.to)) ? "" : ": ";
      return place.keys.map(({ name, doc, value = "" }) => ({
        label: name,
        kind: CompletionItemKind.Keyword,
        text: name + colon + (colon && value),
        documentation: documentation([doc], menu),
      }));
    }
    case "word":
      return place.words.map(chosen(menu));
    case "from":
      return [
        ...layerDetails(snapshot, place).map(({ name, detail }) => ({
          label: name,
          detail,
          kind: CompletionItemKind.Reference,
        })),
        ...(place.starts ?? []).map(beginning(menu)),
      ];
    case "start":
      return place.starts.map(beginning(menu));
  }
}

/** What the file uses already comes first, and what the framework has from another one, with a dot, last. */
function inOrder(snapshot: Snapshot, words: readonly string[]): readonly string[] {
  const used = new Map<string, number>();
  for (const { op } of activeModel(snapshot)?.graph.rows ?? []) used.set(op, (used.get(op) ?? 0) + 1);
  const rank = (word: string): number => (used.get(word) ?? 0) - (word.includes(".") ? 0.5 : 0);
  return [...words].sort((a, b) => rank(b) - rank(a));
}

function valuesOf({ type, ...param }: Param<unknown>, vocabulary: Vocabulary): readonly Item[] {
  const left = showDefault({ type, ...param });
  // By position an argument is left out by writing that it is none.
  const none = type.optional && vocabulary.literals && !type.suggest.includes("null") ? ["null"] : [];
  return [...type.suggest, ...none].map((label) => ({
    label: inWords(label, vocabulary),
    kind: CompletionItemKind.Value,
    ...(label === left && { detail: "default" }),
  }));
}

const beginning =
  ({ snippets, ...menu }: Menu) =>
  ({ name, doc, value = name }: Choice): Item => {
    const plainly = value.replace(/\$\{\d+:([^}]*)\}/g, "$1");
    return {
      label: name,
      detail: plainly,
      kind: CompletionItemKind.Snippet,
      documentation: documentation([doc], { snippets, ...menu }),
      text: snippets ? value : plainly,
      ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    };
  };

const chosen =
  (menu: Menu) =>
  ({ name, doc }: Choice): Item => ({
    label: name,
    kind: CompletionItemKind.Value,
    ...(doc && { documentation: documentation([doc], menu) }),
  });

/** As JSON writes it: texts and keys in double quotes, numbers and true, false, null as they are. */
function inQuotes(text: string): string {
  const [, word = text, colon = ""] = /^([^":{}]+)(: )?$/.exec(text) ?? [];
  return text.startsWith('"') || text.startsWith("{") || (!colon && /^(?:-?\d[\d.]*|true|false|null)$/.test(word))
    ? text
    : `"${word}"${colon}`;
}

const paramOf = (spelling: Spelling, word: string): Param<unknown> | undefined =>
  spelling.params[parameterOf(spelling, word) ?? ""];

function isNeeded(spelling: Spelling, word: string): boolean {
  const param = paramOf(spelling, word);
  return param !== undefined && isRequired(param);
}

/** With its required arguments as stops of the tab key, where the client and the text around leave room for them. */
function operator(word: string, spelling: Spelling, place: Place & { readonly kind: "op" }, menu: Menu): Item {
  const { op, order } = spelling;
  const item: Item = {
    label: word,
    kind: CompletionItemKind.Class,
    detail: `(${order.join(", ")})`,
    documentation: documentation(aboutOperator(spelling), menu),
    ...(op.name !== word && { filterText: word }),
  };
  const needed = order.filter((argument) => isNeeded(spelling, argument));
  if (!menu.snippets || !place.write || !needed.length) return item;
  const stops = needed.map((name, i) => ({ name, value: `\${${i + 1}:${stopOf(paramOf(spelling, name)!)}}` }));
  return {
    ...item,
    text: place.write(word.replace(/[\\$}]/g, "\\$&"), stops),
    insertTextFormat: InsertTextFormat.Snippet,
  };
}

const stopOf = ({ type }: Param<unknown>): string => (type.suggest[0] ?? "").replace(/[\\$}]/g, "\\$&");

function argument(word: string, spelling: Spelling): Item {
  const param = paramOf(spelling, word);
  const left = param && showDefault(param);
  return {
    label: word,
    kind: CompletionItemKind.Property,
    ...(param && {
      detail: `${param.type.label}${left === undefined ? "" : `, default ${left}`}`,
      documentation: param.doc,
    }),
  };
}

function documentation(parts: readonly string[], { markdown }: Menu): MarkupContent {
  const text = parts.join("\n\n");
  return markdown ? { kind: MarkupKind.Markdown, value: text } : { kind: MarkupKind.PlainText, value: plain(text) };
}
