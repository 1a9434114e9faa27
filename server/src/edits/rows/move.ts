import type { Edit } from "../../core/problem";
import type { Span } from "../../core/span";
import { isAnchored } from "./duplicate";
import { renumberComments } from "./numbers";
import { type Moved, renumber } from "./renumber";
import type { Change, Sheet } from "./sheet";
import { spotOf } from "./spot";

/** A row changes places with the one below. Nothing where that one reads it, or the order says what the list gives. */
export function swap(sheet: Sheet, row: number): Change {
  const [one, other] = [sheet.rows[row], sheet.rows[row + 1]];
  if (!one || !other || one.list !== other.list || isAnchored(sheet, row) || isAnchored(sheet, row + 1))
    return undefined;
  if (other.reads.some(({ target }) => target === row)) return undefined;
  const mentions = sheet.text.slice(other.span.from, other.span.to).split(/\W+/);
  if (one.name !== undefined && mentions.includes(one.name)) return undefined;
  const isLast = sheet.last === row || sheet.last === row + 1;
  if (isLast && !one.aside && !other.aside) return undefined;
  const moved: Moved = (number) => (number === row ? row + 1 : number === row + 1 ? row : number);
  const edits = renumber(sheet, moved);
  return edits && swapped(sheet, row, [...edits, ...renumberComments(sheet, moved)]);
}

/** The words of both rows, with what changes in them, in each other's place; commas and line ends stay. */
function swapped(sheet: Sheet, row: number, edits: readonly Edit[]): readonly Edit[] | undefined {
  const [first, second] = [row, row + 1].map((i) => piecesOf(sheet, i));
  if (!first || !second || first.length !== second.length) return undefined;
  const places = [...first, ...second];
  const within = ({ span }: Edit, { from, to }: Span): boolean => from <= span.from && span.to <= to;
  const written = places.map((place) =>
    put(
      sheet.text,
      place,
      edits.filter(
        (edit) => within(edit, place) && !places.slice(0, places.indexOf(place)).some((other) => within(edit, other)),
      ),
    ),
  );
  const half = first.length;
  return [
    ...places.map((span, i) => ({ span, text: written[(i + half) % places.length]! })),
    ...edits.filter((edit) => !places.some((place) => within(edit, place))),
  ];
}

/** A row of lines goes with all that is on them; between brackets its comment stands behind the comma. */
function piecesOf({ rows, text }: Sheet, row: number): readonly Span[] | undefined {
  const { span, list } = rows[row]!;
  const { line, tail, ends, begins } = spotOf(rows[row]!, text);
  if (!list.flow) return begins ? [{ from: line, to: tail.to }] : undefined;
  return ends ? [span, tail] : [span];
}

function put(text: string, { from, to }: Span, edits: readonly Edit[]): string {
  let at = from;
  let written = "";
  for (const { span, text: now } of [...edits].sort((a, b) => a.span.from - b.span.from)) {
    written += text.slice(at, span.from) + now;
    at = span.to;
  }
  return written + text.slice(at, to);
}
