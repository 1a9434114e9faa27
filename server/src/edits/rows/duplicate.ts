import { behind } from "./insert";
import { renumberComments } from "./numbers";
import { putAbove } from "./put";
import { pointed, renumber } from "./renumber";
import type { Change, Sheet } from "./sheet";

/**
 * A copy goes before the row, so that name and number of the row go on to stand for the result of both. A row that
 * reads one thing reads its copy from now on; one that reads several is there twice.
 */
export function duplicate(sheet: Sheet, row: number): Change {
  const original = sheet.rows[row]!;
  if (isAnchored(sheet, row)) return undefined;
  const moved = behind(row);
  const edits = renumber(sheet, moved, (ref, reader) => {
    if (reader !== row || original.reads.length !== 1) return "as ever";
    if (ref.written === "nothing") return [];
    if (ref.written === "name") return sheet.counts ? undefined : [{ span: ref.span, text: "-1" }];
    return pointed({ ...ref, written: "relative" }, original, row + 1, row, sheet);
  });
  const put = putAbove(sheet, original, sheet.nameless(original));
  return edits && [put, ...edits, ...renumberComments(sheet, moved)];
}

/** What other places of the file repeat can neither be written twice nor change places with them. */
export const isAnchored = ({ rows, text }: Sheet, row: number): boolean =>
  /(?:^|[\s[{,:])[&*][A-Za-z_]/.test(text.slice(rows[row]!.span.from, rows[row]!.span.to));
