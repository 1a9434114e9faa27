const trailingDot = /(?<![\p{L}\p{N}_.])(\d[\d_]*)\.(?![\d.])/gu;
const bracketedWith = /(?<=^[ \t]*(?:[a-z]+[ \t]+)?with[ \t]*)\(/gm;

/** No longer than anybody writes. */
const longest = 4000;

/**
 * What the grammar cannot read and Python can, sign for sign: marks at the beginning of files, page breaks, floats that
 * end in a dot, and brackets around what follows `with`. Values are read from the text itself.
 */
export function readable(text: string): string {
  const plain = text.replace(/[\uFEFF\f]/g, " ").replace(trailingDot, "$10");
  let done = 0;
  let read = "";
  for (const { index } of plain.matchAll(bracketedWith)) {
    const end = index < done ? undefined : closing(plain, index);
    if (end === undefined) continue;
    read += plain.slice(done, index) + withoutBrackets(plain.slice(index, end));
    done = end;
  }
  return read + plain.slice(done);
}

const part = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|#[^\n]*|[()[\]{}]/g;

/** Behind the bracket that closes this one, if a colon follows and something in it is named. */
function closing(text: string, at: number): number | undefined {
  const within = text.slice(at, at + longest);
  let depth = 0;
  for (const { 0: sign, index } of within.matchAll(part)) {
    if (/[([{]/.test(sign[0]!)) depth++;
    if (!/[)\]}]/.test(sign[0]!) || --depth) continue;
    const isList = /^\s*:/.test(within.slice(index + 1)) && /\bas\b/.test(within.slice(0, index));
    return isList ? at + index + 1 : undefined;
  }
  return undefined;
}

/** One line of the same length: neither its brackets, nor comments, nor a comma at the end. */
const withoutBrackets = (text: string): string =>
  ` ${text.slice(1, -1)} `
    .replace(/#[^\n]*/g, (comment) => " ".repeat(comment.length))
    .replace(/[\r\n]/g, " ")
    .replace(/,(?=\s*$)/, " ");
