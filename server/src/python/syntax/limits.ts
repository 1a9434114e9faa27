/** Of a text with more, nothing is read: no class of layers is a tenth as long. */
const mostCharacters = 500_000;
/** As deep as Python itself goes, more or less. */
const mostBrackets = 150;
const mostIndents = 100;
/** Signs and words before a line ends that is no part of another: names of a thousand classes are two thousand. */
const mostSigns = 10_000;

const token =
  /"""(?:[^\\]|\\[\s\S])*?(?:"""|$)|'''(?:[^\\]|\\[\s\S])*?(?:'''|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|#[^\n]*|\n[ \t]*|\w+|[^\s\w]/g;

/** Where a text goes beyond what can be read in bounded time, if it does. */
export function tooMuch(text: string): number | undefined {
  if (text.length > mostCharacters) return mostCharacters;
  let brackets = 0;
  let signs = 0;
  const indents: number[] = [];
  for (const { 0: sign, index } of text.matchAll(token)) {
    const first = sign.charCodeAt(0);
    if (first === 10 && brackets === 0) {
      signs = 0;
      const indent = sign.length - 1;
      while (indents.length && indents.at(-1)! >= indent) indents.pop();
      if (indent > 0) indents.push(indent);
    } else if (first !== 35) signs++;
    if (sign === "(" || sign === "[" || sign === "{") brackets++;
    else if (sign === ")" || sign === "]" || sign === "}") brackets = Math.max(0, brackets - 1);
    if (brackets > mostBrackets || indents.length > mostIndents || signs > mostSigns) return index;
  }
  return undefined;
}
