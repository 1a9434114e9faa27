import type { Model } from "../../core/analysis";
import type { Message } from "../../core/message";
import type { Edit } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Tree } from "../../tree/tree";
import type { Sheet } from "../rows/sheet";
import { spotOf, touches } from "../rows/spot";

/** Rows that somebody looks at: one, or several of one list that are selected. */
export interface Site {
  readonly sheet: Sheet;
  /** All lists of the file. */
  readonly sheets: readonly Sheet[];
  readonly first: number;
  readonly last: number;
  /** More than a cursor stands there. */
  readonly selected: boolean;
  readonly model: Model;
  /** The whole file. */
  readonly root: Tree | undefined;
}

/** A change of what is written that leaves the model what it is, or changes just what it says. */
export interface Refactoring {
  readonly kind: string;
  readonly title: Message;
  /** What it takes; or why it cannot be done. */
  readonly edits: readonly Edit[] | Message;
  /** Whether it comes out as wanted hangs on more than is looked at here, so that it is read before it is offered. */
  readonly unsure?: true;
  /** Whether what comes of it is what was wanted: it is read again, and done only then. */
  holds(before: Model, after: Model): boolean;
}

/** The rows of one list that a span reaches, from the line of the first to the end of the last. */
export function siteAt(sheets: readonly Sheet[], span: Span, model: Model, root: Tree | undefined): Site | undefined {
  for (const sheet of sheets) {
    const { from, to } = trimmed(span, sheet.text);
    const reached = sheet.rows.flatMap((row, i) => (touches({ from, to }, row, sheet.text) ? [i] : []));
    const [first] = reached;
    if (first === undefined) continue;
    const last = reached.at(-1)!;
    const { list } = sheet.rows[first]!;
    const isWithin = from === to || (list.span.from <= from && to <= spotOf(sheet.rows.at(-1)!, sheet.text).tail.to);
    if (sheet.rows[last]!.list !== list || !isWithin) return undefined;
    return { sheet, sheets, first, last, selected: from < to, model, root };
  }
  return undefined;
}

/** Without the blanks at both ends: whoever selects whole lines selects the beginning of the next. */
function trimmed({ from, to }: Span, text: string): Span {
  const words = text.slice(from, to);
  const lead = /^\s*/.exec(words)![0].length;
  return lead === words.length ? { from, to: from } : { from: from + lead, to: from + words.trimEnd().length };
}
