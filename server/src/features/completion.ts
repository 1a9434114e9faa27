import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
} from "vscode-languageserver-types";
import type { Choice, Place } from "../core/format";
import { isRequired, type Param, showDefault } from "../core/param";
import { isLayer, parameterOf, type Spelling } from "../core/vocabulary";
import { aboutOperator } from "./hover-operator";
import { layerDetails } from "./layer-details";
import { plain } from "./plain";
import { rangeOf, type Snapshot } from "./snapshot";

/** What the client does with an item. */
export interface Menu {
  readonly snippets: boolean;
  readonly markdown: boolean;
}

type Item = Omit<CompletionItem, "textEdit"> & { readonly text?: string };

/** The format says where one is, the vocabulary what fits there. An item stands for the whole word under the cursor. */
export function completion(snapshot: Snapshot, offset: number, menu: Menu): CompletionItem[] {
  const place = snapshot.place(offset);
  if (!place) return [];
  const range = rangeOf(snapshot.lines, place.span);
  return itemsAt(snapshot, place, menu).map(({ text, ...item }, i) => ({
    ...item,
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
        ...[...spellings]
          .filter(([word]) => isLayer(place.vocabulary, word))
          .map(([word, spelling]) => operator(word, spelling, place, menu)),
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
      const left = param && showDefault(param);
      const values = (param?.type.suggest ?? []).map((label) => ({
        label,
        kind: CompletionItemKind.Value,
        ...(label === left && { detail: "default" }),
      }));
      return [...values, ...(place.more ?? []).map(chosen(menu))];
    }
    case "key": {
      const colon = /^\s*:/.test(snapshot.text.slice(place.span.to)) ? "" : ": ";
      return place.keys.map(({ name, doc }) => ({
        label: name,
        kind: CompletionItemKind.Keyword,
        text: name + colon,
        documentation: documentation([doc], menu),
      }));
    }
    case "word":
      return place.words.map(chosen(menu));
    case "from":
      return layerDetails(snapshot, place).map(({ name, detail }) => ({
        label: name,
        detail,
        kind: CompletionItemKind.Reference,
      }));
  }
}

const chosen =
  (menu: Menu) =>
  ({ name, doc }: Choice): Item => ({
    label: name,
    kind: CompletionItemKind.Value,
    documentation: documentation([doc], menu),
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
