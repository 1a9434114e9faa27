import type { Comment } from "../core/graph";
import { lineStart } from "../core/lines";
import type { Span } from "../core/span";
import { commentsIn } from "../tree/comments";
import type { Module } from "./syntax/ast";

/** The comments that speak to us. One alone on its line that says what a layer gives is about the line above. */
export function remarksIn(text: string, { comments }: Module): readonly Comment[] {
  const starts = new Set(comments.map(({ from }) => from));
  return commentsIn(text, [])
    .filter(({ span }) => starts.has(span.from))
    .map((comment) => {
      const isAlone = comment.whole.from === comment.line.from;
      return isAlone && !comment.text.includes("convlint-") ? { ...comment, line: lineAbove(text, comment) } : comment;
    });
}

/** Past other comments; its own line where nothing stands directly above. */
function lineAbove(text: string, { line }: Comment): Span {
  for (let at = line; at.from > 0; ) {
    const to = at.from - (text.startsWith("\r\n", at.from - 2) ? 2 : 1);
    at = { from: lineStart(text, to), to };
    const words = text.slice(at.from, at.to).trim();
    if (words === "") return line;
    if (!words.startsWith("#")) return at;
  }
  return line;
}
