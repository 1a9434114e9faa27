import { lineStart } from "../core/lines";
import type { Span } from "../core/span";

/** A bracket that is open at some place of a line. */
export interface Open {
  readonly bracket: "[" | "{";
  /** Commas so far between this bracket and the place, none of those in brackets within. */
  readonly commas: number;
  /** The text since the last of them. */
  readonly since: string;
}

/** The text of the line before an offset, and the word that the offset touches. */
export function lineAt(
  text: string,
  offset: number,
): { readonly before: string; readonly start: number; readonly word: Span } {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const left = /[\w.$-]*$/.exec(before)![0].length,
    right = /^[\w.$-]*/.exec(text.slice(offset))![0].length;
  return { before, start, word: { from: offset - left, to: offset + right } };
}

/** The brackets open at the end of a text, outermost first. Needs no syntax tree, so it holds while somebody types. */
export function openBrackets(before: string): readonly Open[] {
  const open: { bracket: "[" | "{"; commas: number; from: number }[] = [];
  for (const { 0: found, index } of before.matchAll(/"[^"]*"?|'[^']*'?|[[\]{},]/g)) {
    if (found === "[" || found === "{") open.push({ bracket: found, commas: 0, from: index + 1 });
    else if (found === "]" || found === "}") open.pop();
    else if (found === "," && open.length)
      Object.assign(open.at(-1)!, { commas: open.at(-1)!.commas + 1, from: index + 1 });
  }
  return open.map(({ bracket, commas, from }) => ({ bracket, commas, since: before.slice(from) }));
}
