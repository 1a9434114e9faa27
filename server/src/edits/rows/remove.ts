import { renumberComments } from "./numbers";
import { take } from "./put";
import { type Moved, pointed, renumber } from "./renumber";
import { type Change, type Reference, referencesIn, type Sheet } from "./sheet";

/** Whoever read the row reads what it read. Nothing where that cannot be written, or there is more than one. */
export function remove(sheet: Sheet, gone: number): Change {
  const row = sheet.rows[gone]!;
  const isRead = referencesIn(sheet).some(({ ref }) => ref.target === gone);
  const [source, ...more] = row.reads;
  if (isRead && (!source || more.length)) return undefined;
  if (row.name !== undefined && sheet.needs(row.name)) return undefined;
  const moved: Moved = (other) => (other > gone ? other - 1 : other);
  const edits = renumber(sheet, moved, (ref, reader) => {
    if (reader === gone) return [];
    return ref.target === gone ? mended(sheet, ref, source!, reader, moved) : "as ever";
  });
  const taken = take(sheet, row);
  return edits && taken && [...taken, ...edits, ...renumberComments(sheet, moved, gone)];
}

function mended(sheet: Sheet, ref: Reference, source: Reference, reader: number, moved: Moved): Change {
  const row = sheet.rows[reader];
  const number = moved(reader);
  const target = source.target === undefined ? undefined : moved(source.target);
  if (source.written === "name" && !sheet.counts) {
    const name = sheet.text.slice(source.span.from, source.span.to);
    if (ref.written !== "nothing") return [{ span: ref.span, text: name }];
    if (target === number - 1 && !name.includes(".")) return [];
    const edit = row && sheet.reading(row, name);
    return edit && [edit];
  }
  if (target === undefined) return undefined;
  if (ref.written === "name") return sheet.counts ? undefined : [{ span: ref.span, text: String(target - number) }];
  const written = ref.written === "nothing" ? ref.written : source.written === "absolute" ? "absolute" : ref.written;
  return pointed({ ...ref, written }, row, number, target, sheet);
}
