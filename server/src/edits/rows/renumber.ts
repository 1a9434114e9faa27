import { type Change, type Reference, type Row, referencesIn, type Sheet } from "./sheet";

/** Where a row is afterwards; −1 is what the list is given, and stays. */
export type Moved = (row: number) => number;

/** A reference that means this row from now on, read by a row that has this number then. */
export function pointed(ref: Reference, row: Row | undefined, reader: number, target: number, sheet: Sheet): Change {
  const { span, written } = ref;
  if (written === "name") return [];
  // Of an image only the first row can be told.
  if (sheet.counts && target < 0 && reader > 0) return undefined;
  const text = String(written === "absolute" && target >= 0 ? target : target - reader);
  if (written === "nothing") {
    if (text === "-1") return [];
    const edit = row && sheet.reading(row, text);
    return edit && [edit];
  }
  const old = sheet.text.slice(span.from, span.to);
  if (old === text) return [];
  return /^(?:0|-?[1-9]\d*)$/.test(old) ? [{ span, text }] : undefined;
}

/**
 * All references mean the rows they meant, wherever those are now. `instead` says of a reference that it means
 * another row from now on, or is written otherwise.
 */
export function renumber(
  sheet: Sheet,
  moved: Moved,
  instead: (ref: Reference, reader: number) => Change | "as ever" = () => "as ever",
): Change {
  const edits = [];
  for (const { reader, ref } of referencesIn(sheet)) {
    const other = instead(ref, reader);
    const now =
      other !== "as ever"
        ? other
        : ref.target === undefined
          ? []
          : pointed(ref, sheet.rows[reader], moved(reader), ref.target < 0 ? -1 : moved(ref.target), sheet);
    if (!now) return undefined;
    edits.push(...now);
  }
  return edits;
}
