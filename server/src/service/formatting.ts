import { applied } from "../core/edit";
import type { Rewrite } from "../core/format";
import type { Formatting } from "../core/formatting";
import { say } from "../core/message";
import type { Edit } from "../core/problem";
import type { Span } from "../core/span";
import { alignedColumns } from "../edits/format/columns";
import { formatted } from "../edits/format/formatted";
import type { Sheet } from "../edits/rows/sheet";
import { touches } from "../edits/rows/spot";
import { isJson, parse } from "../formats/index";
import type { Document } from "../tree/document";
import { isSameTree } from "../tree/same";

/**
 * The edits that put the blanks of a file in order. What comes out is read again and has to say the very same; in
 * broken text nobody knows what a blank means, and so none of it is touched.
 */
export function formattedIn(path: string, document: Document, wishes: Formatting, within?: Span): readonly Edit[] {
  const { text, problems } = document;
  const edits = problems.length ? undefined : formatted(text, isJson(path), wishes, within);
  return edits?.length && isSameDocument(document, parse(path, applied(text, edits))) ? edits : [];
}

/** The rows of the list that a place is in, one below the other; offered where they have entries that count by place. */
export function columnsAt(
  { from }: Span,
  path: string,
  document: Document,
  sheets: readonly Sheet[],
): readonly Rewrite[] {
  const { text } = document;
  const rows = sheets.flatMap((sheet) => (sheet.counts ? sheet.rows : []));
  const row = rows.find((one) => touches({ from, to: from }, one, text));
  const edits = row ? alignedColumns(row.list, text) : [];
  if (!edits.length) return [];
  const prove = () => (isSameDocument(document, parse(path, applied(text, edits))) ? { edits } : undefined);
  return [{ kind: "refactor.rewrite.align", title: say`Align columns`, say: prove }];
}

/** Whether a text says what another one says, and what it says to us in comments. */
export const isSameDocument = (before: Document, after: Document): boolean =>
  !after.problems.length &&
  isSameTree(before.root, after.root) &&
  before.comments.map(({ text }) => text).join("\n") === after.comments.map(({ text }) => text).join("\n");
