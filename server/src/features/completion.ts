import { type CompletionItem, CompletionItemKind, InsertTextMode, type TextEdit } from "vscode-languageserver-types";
import type { Choice, Place } from "../core/format";
import { render, say } from "../core/message";
import { english, told } from "../core/voice";
import { documentation, type Item, type Menu, type More, snippet, withoutStops } from "./completion-item";
import { argumentLists, layerItems, operatorItems } from "./completion-operators";
import { argumentItems, chosen, valueItems } from "./completion-values";
import { layerDetails } from "./layer-details";
import { likelyAt } from "./likely";
import { rangeOf, type Snapshot } from "./snapshot";

/** An item as it is put in, and the rest that there is to say of it. */
export type Offered = CompletionItem & { readonly textEdit: TextEdit; readonly more?: () => More };

/** All that there is to say of what fits at a place. */
export const completion = (snapshot: Snapshot, offset: number, client: Omit<Menu, "voice">): CompletionItem[] =>
  offered(snapshot, offset, client).map(({ more, ...item }) => ({ ...item, ...more?.() }));

/** The format says where one is, the vocabulary what fits there. An item stands for the whole word under the cursor. */
export function offered(snapshot: Snapshot, offset: number, client: Omit<Menu, "voice">): readonly Offered[] {
  const place = snapshot.place(offset);
  if (!place) return [];
  const menu: Menu = { ...client, voice: snapshot.voice ?? english };
  const range = rangeOf(snapshot.lines, place.span);
  const shows = menu.beside && (place.kind === "from" || place.kind === "start");
  const { lead = "" } = place;
  return itemsAt(snapshot, place, menu).map(({ text, ...item }, i) => ({
    ...(shows ? beside(item) : item),
    sortText: String(i).padStart(4, "0"),
    textEdit: { range, newText: lead + (place.quotes ? inQuotes(text ?? item.label) : (text ?? item.label)) },
  }));
}

/** What stands beside the name need not stand above the documentation before that is asked for. */
function beside({ detail, more, ...item }: Omit<Item, "text">): Omit<Item, "text"> {
  if (detail === undefined) return { ...item, ...(more && { more }) };
  return { ...item, labelDetails: { description: detail }, more: () => ({ detail, ...more?.() }) };
}

function itemsAt(snapshot: Snapshot, place: Place, menu: Menu): readonly Item[] {
  const items = itemsOf(snapshot, place, menu);
  if (!place.also) return items;
  const { lead = "" } = place.also;
  const more = itemsAt(snapshot, place.also, menu).map((item) => ({ ...item, text: lead + (item.text ?? item.label) }));
  return [...items, ...more];
}

function itemsOf(snapshot: Snapshot, place: Place, menu: Menu): readonly Item[] {
  const colon = /^\s*:/.test(snapshot.text.slice(place.span.to)) ? "" : ": ";
  switch (place.kind) {
    case "op":
      return operatorItems(place, likelyAt(snapshot, place), menu);
    case "arg-name":
      return argumentItems(place, colon, likelyAt(snapshot, place), menu);
    case "arg-value":
      return valueItems(place, likelyAt(snapshot, place), menu);
    case "key":
      if (menu.leavesKeys && !place.call) return [];
      return place.keys.map((key) => keyItem(key, colon, columnOf(snapshot, place), menu));
    case "word":
      return place.words.map(chosen(menu));
    case "from":
      return layerDetails(snapshot, place).map(({ name, detail, naming }) => ({
        label: name,
        detail,
        kind: CompletionItemKind.Reference,
        ...(naming.length && {
          more: () => documentation([render(say`Gives that layer the name \`${name}\`.`, menu.voice)], menu),
          additionalTextEdits: naming.map((edit) => ({
            range: rangeOf(snapshot.lines, edit.span),
            newText: edit.text,
          })),
        }),
      }));
    case "args":
      return argumentLists(place, likelyAt(snapshot, place), menu);
    case "start":
      return [...layerItems(place, likelyAt(snapshot, place), menu), ...place.starts.map(beginning(menu))];
  }
}

/** Of a key that begins its line; nothing of one in braces. */
function columnOf({ text, lines }: Snapshot, { span: { from }, quotes }: Place): number | undefined {
  const before = text.slice(lines.starts[lines.at(from).line], from);
  return quotes || /\S/.test(before) ? undefined : before.length;
}

/** With what stands behind it, if that may go on in lines below. */
function keyItem({ name, doc, value }: Choice, colon: string, column: number | undefined, menu: Menu): Item {
  const isBelow = value?.startsWith("\n") === true;
  const put = colon && value !== undefined && (column !== undefined || !/[\n$]/.test(value)) ? value : "";
  // What goes on below its key needs no blank behind the colon.
  const text = name + (put && isBelow ? ":" : colon) + put.replace(/\n/g, `\n${" ".repeat(column ?? 0)}`);
  return {
    label: name,
    kind: CompletionItemKind.Keyword,
    ...(doc && { more: () => documentation([told(doc, menu.voice)], menu) }),
    ...(/\$[\d{]/.test(put) ? snippet(text, menu) : { text }),
    ...(put.includes("\n") && { insertTextMode: InsertTextMode.asIs }),
  };
}

const beginning =
  (menu: Menu) =>
  ({ name, doc, value = name }: Choice): Item => ({
    label: name,
    detail: withoutStops(value),
    kind: CompletionItemKind.Snippet,
    more: () => documentation([told(doc, menu.voice)], menu),
    ...snippet(value, menu),
  });

/** As JSON writes it: texts and keys in double quotes, numbers and true, false, null as they are. */
function inQuotes(text: string): string {
  const [, word = text, colon = ""] = /^([^":{}]+)(: )?$/.exec(text) ?? [];
  return /^["{[]/.test(text) || (!colon && /^(?:-?\d[\d.]*|true|false|null)$/.test(word)) ? text : `"${word}"${colon}`;
}
