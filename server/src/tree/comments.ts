import type { Comment } from "../core/graph";
import { lineStart } from "../core/lines";
import type { Span } from "../core/span";

/** The comments that speak to us. `quoted` are the places of texts in which a `#` is only a character. */
export function commentsIn(text: string, quoted: readonly Span[]): readonly Comment[] {
  // A shape may stand behind other words, and before some that speak to us.
  const found = [
    ...(text.includes("convlint-") ? text.matchAll(/(?<=^|[ \t])#[ \t]*convlint-[^\r\n]*/gm) : []),
    ...(text.includes("#?") ? text.matchAll(/(?<=^|[ \t])#\?[^\r\n]*/gm) : []),
    ...(text.includes("=>") ? text.matchAll(/(?<=^|[ \t])#[ \t]*=>[^\r\n]*/gm) : []),
  ];
  return found
    .sort((a, b) => a.index - b.index)
    .filter(({ index }) => !quoted.some(({ from, to }) => from <= index && index < to))
    .map(({ 0: comment, index }): Comment => {
      const line = lineAround(text, index);
      const below = line.to >= text.length ? text.length : line.to + (text.startsWith("\r\n", line.to) ? 2 : 1);
      const next = line.to >= text.length ? { from: text.length + 1, to: text.length + 1 } : lineAround(text, below);
      const span = { from: index, to: index + comment.trimEnd().length };
      const before = line.from + text.slice(line.from, index).trimEnd().length;
      const whole = before > line.from ? { from: before, to: span.to } : { from: line.from, to: below };
      return { text: comment.trimEnd(), span, line, next, whole };
    });
}

function lineAround(text: string, at: number): Span {
  const from = lineStart(text, at);
  const length = text.slice(at).search(/[\r\n]/);
  return { from, to: length < 0 ? text.length : at + length };
}
