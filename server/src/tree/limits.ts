import { say } from "../core/message";
import { type Problem, problem } from "../core/problem";

/** Ten times the largest model ever seen as text; parsing more would stop the editor. */
export const mostCharacters = 4_000_000;
/** Parsers descend by recursion; no model is a tenth as deep. */
const deepest = 100;

/** What makes a text impossible to parse in bounded time, if anything. */
export function beyondLimits(text: string): Problem | undefined {
  const start = { from: 0, to: Math.min(text.length, 1) };
  const zero = text.indexOf("\0");
  if (zero >= 0)
    return problem("syntax", { from: zero, to: zero + 1 }, say`this is no text: it contains a NUL character`);
  if (text.length > mostCharacters)
    return problem("too-large", start, say`the text has ${text.length} characters; at most ${mostCharacters} are read`);
  const odd = text.match(strange)?.length ?? 0;
  if (odd > 10 && odd * 20 > text.length) return unreadable(text);
  const at = tooDeep(text);
  return at === undefined
    ? undefined
    : problem("too-large", { from: at, to: at + 1 }, say`this is nested more than ${deepest} deep`);
}

/** Control characters, and what stands for bytes that are no UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const strange = /[\u0001-\u0008\u000b\u000e-\u001f\u007f\ufffd]/g;

/** The first character that no text has; some of them in a comment leave the rest of a file readable. */
export function unreadable(text: string): Problem | undefined {
  const at = text.search(strange);
  if (at < 0) return undefined;
  const message =
    text[at] === "\ufffd"
      ? say`from here on the file is not in UTF-8; save it in that encoding`
      : say`this is a control character, and no text`;
  return problem("syntax", { from: at, to: at + 1 }, message);
}

/** The first place with too many open brackets, dashes or indents; what stands in quotes may be counted too. */
function tooDeep(text: string): number | undefined {
  let brackets = 0;
  const indents: number[] = [];
  let dashes = 0;
  let column = 0;
  let leading = true;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 10 || char === 13) {
      column = 0;
      dashes = 0;
      leading = true;
      continue;
    }
    if (char === 91 || char === 123) brackets++;
    else if ((char === 93 || char === 125) && brackets > 0) brackets--;
    if (leading && char !== 32) {
      if (char === 45 && text.charCodeAt(i + 1) === 32) dashes++;
      else {
        leading = false;
        while (indents.length && indents.at(-1)! >= column) indents.pop();
        indents.push(column);
      }
    }
    column++;
    if (brackets > deepest || dashes > deepest || indents.length > deepest) return i;
  }
  return undefined;
}
