import type { Document } from "../../tree/document";
import { nativeRows } from "./native-rows";
import type { Sheet } from "./sheet";
import { ultralyticsRows } from "./ultralytics-rows";

/** The lists of rows of a file that count each other. */
export function sheetsOf(document: Document, isNative: boolean): readonly Sheet[] {
  // JSON is YAML too, and stays JSON under whatever name.
  const json = /^\s*\{\s*"/.test(document.text);
  const sheets = isNative ? nativeRows(document, json) : [ultralyticsRows(document, json)];
  return sheets.filter((sheet): sheet is Sheet => sheet !== undefined && isOrdered(sheet));
}

/** Every row stands in its list, behind the one before: an alias stands elsewhere, and a change there would be one here. */
const isOrdered = ({ lists, rows, text }: Sheet): boolean =>
  rows.every(({ span, list, reads }, i) => {
    const before = rows[i - 1];
    const from = before?.list === list ? before.span.to : list.span.from;
    const whole = from <= span.from && span.from < span.to && span.to <= Math.max(list.span.to, span.to);
    return (
      whole &&
      reads.every((ref) => span.from <= ref.span.from && ref.span.to <= span.to) &&
      hasDash(span.from, list.flow, text)
    );
  }) && lists.every(({ span }, i) => i === 0 || lists[i - 1]!.span.to <= span.from);

const hasDash = (from: number, flow: boolean, text: string): boolean =>
  flow || /(?:^|[\r\n])[ \t]*-[ \t]+$/.test(text.slice(Math.max(0, from - 200), from));
