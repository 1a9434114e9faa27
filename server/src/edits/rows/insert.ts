import type { Edit } from "../../core/problem";
import { renumberComments } from "./numbers";
import { putAbove, putBelow } from "./put";
import { type Moved, renumber } from "./renumber";
import type { Change, Sheet } from "./sheet";

export const behind =
  (position: number): Moved =>
  (row) =>
    row < position ? row : row + 1;

export const insertAbove = (sheet: Sheet, row: number): Change =>
  inserted(sheet, row, [putAbove(sheet, sheet.rows[row]!, sheet.blank)]);

export const insertBelow = (sheet: Sheet, row: number): Change =>
  inserted(sheet, row + 1, putBelow(sheet, sheet.rows[row]!, sheet.blank));

/** The row behind, where it reads the row before it by that, reads the new one; all others read what they read. */
function inserted(sheet: Sheet, position: number, put: readonly Edit[]): Change {
  // Behind layers that are only there for training it would become what the list gives.
  if (sheet.last !== undefined && position > sheet.last + 1) return undefined;
  const moved = behind(position);
  const edits = renumber(sheet, moved, ({ written, target }, reader) =>
    reader === position && target === position - 1 && (written === "relative" || written === "nothing")
      ? []
      : "as ever",
  );
  return edits && [...put, ...edits, ...renumberComments(sheet, moved)];
}
