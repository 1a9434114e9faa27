import { lineStart } from "../../core/lines";
import type { Span } from "../../core/span";
import type { Tree } from "../../tree/tree";
import { endOfTree } from "../edit-call";
import type { Row } from "./sheet";

/** How a row stands among the lines of its text. */
export interface Spot {
  /** Where the line begins on which the row does. */
  readonly line: number;
  /** What stands before it on that line: blanks, a dash, or more. */
  readonly lead: string;
  /** Nothing but blanks, and the dash of a list of lines, stands before it. */
  readonly begins: boolean;
  /** Nothing but a comma and a comment stands behind it. */
  readonly ends: boolean;
  /** The comma behind it; empty where there is none. */
  readonly comma: Span;
  /** Blanks and a comment behind it, up to the end of the line. */
  readonly tail: Span;
  /** Where the next line begins; the same as the end of the tail where there is none. */
  readonly next: number;
}

export function spotOf({ span, list }: Pick<Row, "span" | "list">, text: string): Spot {
  const line = lineStart(text, span.from);
  const lead = text.slice(line, span.from);
  const behind = text.slice(span.to, lineEnd(text, span.to));
  const comma = list.flow ? (/^[ \t]*,/.exec(behind)?.[0].length ?? 0) : 0;
  const tail = { from: span.to + comma, to: span.to + behind.length };
  return {
    line,
    lead,
    begins: (list.flow ? /^[ \t]*$/ : /^[ \t]*-[ \t]+$/).test(lead),
    ends: /^[ \t]*(?:(?:#|\/\/).*)?$/.test(text.slice(tail.from, tail.to)),
    comma: { from: span.to, to: span.to + comma },
    tail,
    next: tail.to + (text.startsWith("\r\n", tail.to) ? 2 : tail.to < text.length ? 1 : 0),
  };
}

/** Whether a span touches a row: its own words, or what stands before and behind it on its lines. */
export function touches({ from, to }: Span, row: Pick<Row, "span" | "list">, text: string): boolean {
  const { line, tail, begins } = spotOf(row, text);
  return (begins ? line : row.span.from) <= to && from <= tail.to;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

/** Up to the last word of a row; a key without a value has its colon. */
export function spanOfRow(tree: Tree, text: string): Span {
  const end = endOfTree(tree);
  const colon =
    tree.kind === "map" && !tree.flow ? (/^["']?[ \t]*:/.exec(text.slice(end, end + 200))?.[0].length ?? 0) : 0;
  return { from: tree.span.from, to: end + colon };
}

/** How the lines of a text end. */
