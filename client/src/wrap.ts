/** Lines that are never joined to the one above: entries of lists, rows of tables, and what is indented. */
const OWN_LINE = /^(?:[-*|]|\d+\.|\s)/;

/** Fills lines of at most `width` characters with the paragraphs of a text; blank lines, which part them, go. */
export function wrap(text: string, width: number): readonly string[] {
  return paragraphs(text).flatMap((paragraph) => wrapLine(paragraph, width));
}

function paragraphs(text: string): readonly string[] {
  const found: string[] = [];
  let fresh = true;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const blank = line.trim() === "";
    if (!blank && (fresh || OWN_LINE.test(line))) found.push(line);
    else if (!blank) found[found.length - 1] += isChinese(found.at(-1)!, line) ? line : ` ${line}`;
    fresh = blank;
  }
  return found;
}

/** Chinese has no blanks between words, and so none where a line of it goes on in the next. */
const isChinese = (before: string, after: string): boolean =>
  /[⺀-鿿、。，：；）”]$/.test(before) && /^[⺀-鿿（“]/.test(after);

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const [, gap = "", word = ""] of line.trim().matchAll(WORD)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + gap + word) <= width) lines[lines.length - 1] = last + gap + word;
    else lines.push(word);
  }
  return lines.map((one) => one.replace(/\s+/g, " "));
}

/** Between signs of Chinese a line may end anywhere but before those that close. */
const WORD = /(\s*)([⺀-鿿][、。」』！），：；？”]*|[^\s⺀-鿿]+)/g;

/** A sign of Chinese is as wide as two letters. */
const widthOf = (text: string): number => text.length + (text.match(/[⺀-鿿！-｠]/g)?.length ?? 0);
