import { lineBreakIn } from "../../core/lines";
import type { Edit } from "../../core/problem";
import type { Row, Sheet } from "./sheet";
import { type Spot, spotOf } from "./spot";

const put = (at: number, text: string): Edit => ({ span: { from: at, to: at }, text });

/** What stands before a row on a line of its own, below one that stands behind other words. */
const aligned = ({ begins, lead }: Spot): string => (begins ? lead : lead.replace(/[^\t]/g, " "));

/** A row on the line above, with a line of its own where the row has one; comments that introduce the row stay with it. */
export function putAbove(sheet: Sheet, row: Row, written: string): Edit {
  const { text } = sheet;
  const spot = spotOf(row, text);
  const { flow } = row.list;
  const before = neighbour(sheet, row, -1);
  const after = neighbour(sheet, row, 1);
  if (spot.begins && !(after && sharesLine(row, after, text)))
    return put(
      before ? introduced(spot.line, text) : spot.line,
      spot.lead + written + (flow ? "," : "") + lineBreakIn(text),
    );
  if (!spot.begins && before && sharesLine(before, row, text)) return put(before.span.to, `, ${written}`);
  return put(
    row.span.from,
    spot.ends && !spot.begins && !before ? `${written},${lineBreakIn(text)}${aligned(spot)}` : `${written}, `,
  );
}

/** A row on the line below. */
export function putBelow(sheet: Sheet, row: Row, written: string): readonly Edit[] {
  const { text } = sheet;
  const spot = spotOf(row, text);
  const br = lineBreakIn(text);
  const { flow, span } = row.list;
  if (!flow && spot.next === spot.tail.to) return [put(spot.next, br + spot.lead + written)];
  if (!flow) return [put(spot.next, spot.lead + written + br)];
  const comma = spot.comma.from < spot.comma.to;
  const isLast = !neighbour(sheet, row, 1);
  if (spot.ends && comma) return [put(spot.next, `${aligned(spot)}${written},${br}`)];
  if (spot.ends && isLast) return [put(row.span.to, ","), put(spot.next, aligned(spot) + written + br)];
  const isTall = isLast && !comma && /[\r\n]/.test(text.slice(span.from, span.to));
  return [put(row.span.to, isTall ? `,${br}${aligned(spot)}${written}` : `, ${written}`)];
}

/** Takes a row away with its line, its comment and its comma, so that what `putAbove` and `putBelow` do is undone. */
export function take(sheet: Sheet, row: Row): readonly Edit[] | undefined {
  const { text } = sheet;
  const before = neighbour(sheet, row, -1);
  const after = neighbour(sheet, row, 1);
  if (!before && !after) return undefined;
  const spot = spotOf(row, text);
  const cut = (from: number, to: number): Edit => ({ span: { from, to }, text: "" });
  if (!row.list.flow) {
    if (spot.next > spot.tail.to) return [cut(spot.line, spot.next)];
    const above = spot.line - (text.startsWith("\r\n", spot.line - 2) ? 2 : 1);
    return [cut(above, spot.tail.to)];
  }
  const { from, to } = row.span;
  // A comma at the beginning of the next line would be left alone.
  if (after && spot.ends && spot.comma.from === spot.comma.to) return undefined;
  // The comma behind the row above goes too, where there is none behind this one.
  const comma = before && spotOf(before, text).comma;
  const commas = comma && !after && spot.comma.from === spot.comma.to ? [cut(comma.from, comma.to)] : [];
  if (spot.begins && spot.ends) return [...commas, cut(spot.line, spot.next)];
  if (before && sharesLine(before, row, text)) return [cut(before.span.to, to)];
  if (after && sharesLine(row, after, text)) return [cut(from, after.span.from)];
  if (!before && after && spot.ends)
    return [cut(from, isBlank(text.slice(spot.next, after.span.from)) ? after.span.from : spot.tail.to)];
  if (!before || after) return undefined;
  return isBlank(text.slice(comma!.to, from)) ? [cut(before.span.to, to)] : [...commas, cut(spot.line, to)];
}

const isBlank = (text: string): boolean => /^\s*$/.test(text);

/** The row before or behind, in the same list. */
export function neighbour({ rows }: Sheet, row: Row, step: 1 | -1): Row | undefined {
  const other = rows[rows.indexOf(row) + step];
  return other?.list === row.list ? other : undefined;
}

const sharesLine = (one: Row, other: Row, text: string): boolean =>
  !/[\r\n]/.test(text.slice(one.span.to, other.span.from));

/** Where the comments begin that stand right above a line, and so belong to what is on it. */
function introduced(line: number, text: string): number {
  const [comments = ""] = /(?:(?<=[\r\n])[ \t]*(?:#|\/\/)[^\r\n]*(?:\r\n|\r|\n))*$/.exec(text.slice(0, line)) ?? [];
  return line - comments.length;
}
