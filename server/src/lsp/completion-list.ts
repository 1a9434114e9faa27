import { type CompletionItem, type CompletionList, InsertTextFormat, type TextEdit } from "vscode-languageserver";
import type { More } from "../features/completion-item";
import type { Client } from "./client";

/** An item whose details are worked out only where somebody asks for them. */
type Offered = CompletionItem & { readonly more?: () => More };

/** As many answers as an editor may still show something of. */
const kept = 4;

export interface CompletionLists {
  /** What is offered, as this client wants it: what it asks for later is left out, and what is equal said once. */
  answer(offered: readonly Offered[]): CompletionItem[] | CompletionList;
  /** An item of one of the last answers with everything that there is to say of it. */
  resolve(item: CompletionItem): CompletionItem;
}

/** Items name the answer that they belong to, since the text goes on while people choose, and no place in it stays. */
export function completionLists({ resolvesCompletions: later, sharesCompletions: shared }: Client): CompletionLists {
  const answers = new Map<number, readonly Offered[]>();
  let last = 0;
  return {
    answer(offered) {
      const number = ++last;
      const [some] = offered;
      const isLater = later.size > 0 && offered.some(({ more }) => more);
      if (isLater) answers.set(number, offered);
      answers.delete(number - kept);
      const range = shared.has("editRange") && offered.every((item) => isSameRange(item, some!));
      const format = shared.has("insertTextFormat") ? usualFormat(offered) : InsertTextFormat.PlainText;
      const items = offered.map(({ more, ...item }) => ({
        ...formatted(range ? withoutRange(item) : item, format),
        ...(more && besides(more, later)),
        ...(isLater && !shared.has("data") && { data: number }),
      }));
      if (!shared.size) return items;
      const itemDefaults = {
        ...(range && some && { editRange: (some.textEdit as TextEdit).range }),
        ...(format === InsertTextFormat.Snippet && { insertTextFormat: format }),
        ...(isLater && shared.has("data") && { data: number }),
      };
      return { isIncomplete: false, itemDefaults, items };
    },
    resolve(item) {
      const found = answers
        .get(item.data)
        ?.find(({ label, sortText }) => label === item.label && sortText === item.sortText);
      return { ...item, ...found?.more?.() };
    },
  };
}

/** What has to be said at once, because nobody will ask for it. */
function besides(more: () => More, later: ReadonlySet<string>): More {
  if (later.has("documentation") && later.has("detail")) return {};
  const { detail, documentation } = more();
  return {
    ...(detail !== undefined && !later.has("detail") && { detail }),
    ...(documentation && !later.has("documentation") && { documentation }),
  };
}

function isSameRange({ textEdit: one }: CompletionItem, { textEdit: other }: CompletionItem): boolean {
  if (!one || !other || !("range" in one) || !("range" in other)) return false;
  const [a, b] = [one.range, other.range];
  return JSON.stringify(a) === JSON.stringify(b);
}

function withoutRange({ textEdit, ...item }: CompletionItem): CompletionItem {
  return textEdit!.newText === item.label ? item : { ...item, textEditText: textEdit!.newText };
}

/** That of most items. */
function usualFormat(items: readonly CompletionItem[]): InsertTextFormat {
  const stops = items.filter(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet);
  return stops.length * 2 > items.length ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
}

/** Without what holds for all that say nothing. */
function formatted(
  { insertTextFormat = InsertTextFormat.PlainText, ...item }: CompletionItem,
  usual: InsertTextFormat,
) {
  return insertTextFormat === usual ? item : { ...item, insertTextFormat };
}
