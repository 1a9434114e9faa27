import type { Comment } from "../core/graph";
import { lineStart } from "../core/lines";
import type { Span } from "../core/span";
import { parsePython } from "../python/syntax/parse";
import { commentsIn } from "../tree/comments";
import type { Commented } from "./silence";

/** A program into which comments can be put. To it they are nothing, unless they end what goes on in the next line. */
export function commentedPython(text: string): Commented {
  const { comments, errors } = read(text);
  return {
    text,
    comments,
    gap: "  ",
    around: (at) => joinedAt(text, at),
    same(other) {
      const after = read(other);
      return after.errors === errors ? after.comments : undefined;
    },
  };
}

function read(text: string): { readonly comments: readonly Comment[]; readonly errors: number } {
  const { comments, errors } = parsePython(text);
  const isComment = ({ from }: Span): boolean => comments.some((one) => one.from <= from && from < one.to);
  return { comments: commentsIn(text, []).filter(({ span }) => isComment(span)), errors: errors.length };
}

/** The lines around a place that a backslash at the end of each joins to one. */
function joinedAt(text: string, at: number): Span {
  let from = lineStart(text, at);
  while (from > 0 && /\\(?:\r\n|\r|\n)$/.test(text.slice(0, from))) from = lineStart(text, from - 2);
  const joined = /^(?:[^\r\n]*\\(?:\r\n|\r|\n))*[^\r\n]*/.exec(text.slice(from))![0];
  return { from: from + /^[ \t]*/.exec(joined)![0].length, to: from + joined.length };
}
