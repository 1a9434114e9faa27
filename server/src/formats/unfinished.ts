import { lineStart } from "../core/lines";
import type { Problem } from "../core/problem";
import { isWithin, unclosedIn } from "../core/unclosed";
import type { Document } from "../tree/document";

/** Whether a problem lies in a line behind whose bracket or quote somebody is still writing: that it is open is said already. */
export function unfinished({ text, problems }: Document): (problem: Problem) => boolean {
  const open = unclosedIn(problems).map(({ from, to }) => ({ from: lineStart(text, from), to }));
  return ({ span }) => open.length > 0 && isWithin(span, open);
}
