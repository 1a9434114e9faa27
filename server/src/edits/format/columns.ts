import { inOrder } from "../../core/edit";
import { lineStart } from "../../core/lines";
import type { Edit } from "../../core/problem";
import type { Span } from "../../core/span";
import { widthOf } from "../../core/width";
import { itemsOf, type TreeList } from "../../tree/tree";

/** A row that stands in one line: its entries, each with the comma behind it, and the comment at its end. */
interface Row {
  /** Where its first entry belongs: right behind the bracket. */
  readonly column: number;
  readonly bracket: number;
  readonly cells: readonly Span[];
  readonly end: number;
  readonly comment: number | undefined;
}

/**
 * The edits after which the entries of a list's rows stand below each other, and so do the comments behind them. Rows
 * over several lines stay as they are, and so does all that is not below anything.
 */
export function alignedColumns(list: TreeList, text: string): readonly Edit[] {
  const rows = list.items.flatMap((item) => (item.kind === "list" && item.flow ? rowOf(item, text) : []));
  if (rows.length < 2) return [];
  const edits: Edit[] = [];
  const put = (from: number, to: number, blanks: number): void => {
    if (text.slice(from, to) !== " ".repeat(blanks)) edits.push({ span: { from, to }, text: " ".repeat(blanks) });
  };
  let columns = rows.map(({ column }) => column);
  for (let i = 0; i < Math.max(...rows.map(({ cells }) => cells.length)); i++) {
    const begin = Math.max(...columns.filter((_, row) => rows[row]!.cells[i])) + (i ? 1 : 0);
    columns = rows.map(({ bracket, cells }, row) => {
      const [before, cell] = [cells[i - 1]?.to ?? bracket, cells[i]];
      if (!cell) return columns[row]!;
      // In a list whose first row stands behind its bracket, the others stand below that row.
      const gap = i ? begin - columns[row]! : 0;
      put(before, cell.from, gap);
      return columns[row]! + gap + widthOf(text.slice(cell.from, cell.to));
    });
  }
  const commented = rows.flatMap(({ end, comment, cells }, row) =>
    comment === undefined ? [] : [{ end, comment, column: columns[row]! + widthOf(text.slice(cells.at(-1)!.to, end)) }],
  );
  const least = Math.min(2, ...commented.map(({ end, comment }) => Math.max(1, comment - end)));
  const begin = Math.max(...commented.map(({ column }) => column)) + least;
  for (const { end, comment, column } of commented) put(end, comment, begin - column);
  return inOrder(edits);
}

function rowOf(list: TreeList, text: string): readonly Row[] {
  const items = itemsOf(list);
  const from = lineStart(text, list.span.from);
  const bracket = list.span.from + 1;
  const all = text.slice(from, list.span.to);
  const leads = /^ *(?:- +)?\[? *$/.test(text.slice(from, list.span.from));
  if (!leads || items.length < 2 || /[\r\n\t]/.test(all) || !isBlank(text.slice(bracket, items[0]!.span.from)))
    return [];
  const cells = items.map(({ span }, i): Span | undefined => {
    const next = items[i + 1];
    if (!next) return span;
    const [, comma] = /^( *,) *$/.exec(text.slice(span.to, next.span.from)) ?? [];
    return comma === undefined ? undefined : { from: span.from, to: span.to + comma.length };
  });
  const behind = text.slice(list.span.to).slice(0, 1000);
  const end = list.span.to + (/^ *,/.exec(behind)?.[0].length ?? 0);
  const [gap] = /^ *(?=#|\/\/)/.exec(behind.slice(end - list.span.to)) ?? [];
  const comment = gap === undefined ? undefined : end + gap.length;
  const isWhole = cells.every((cell): cell is Span => cell !== undefined);
  return isWhole ? [{ column: widthOf(text.slice(from, bracket)), bracket, cells, end, comment }] : [];
}

const isBlank = (text: string): boolean => /^ *$/.test(text);
