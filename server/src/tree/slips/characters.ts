import { type Message, say } from "../../core/message";
import { type Edit, type Problem, problem } from "../../core/problem";

/** Characters that look like those of YAML, as keyboards for Chinese and Japanese and word processors write them. */
const meant: { readonly [odd: string]: string } = {
  "，": ",",
  "、": ",",
  "：": ":",
  "【": "[",
  "［": "[",
  "】": "]",
  "］": "]",
  "｛": "{",
  "｝": "}",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "−": "-",
  "–": "-",
  "－": "-",
};
const spaces = "\u00a0\u2000-\u200b\u202f\u205f\u3000";
const odd = `[${Object.keys(meant).join("")}０-９${spaces}]`;
const any = new RegExp(odd);
/** Quoted texts and comments are passed over; brackets are counted. */
const token = new RegExp(
  `(?<=^|[\\s:,[{-])(?:"(?:[^"\\\\\\r\\n]|\\\\.)*"|'[^'\\r\\n]*')|(?<=^|\\s)#[^\\r\\n]*|^[ \\t]*- |[[\\]{}]|${odd}`,
  "gm",
);
const isSpace = (char: string): boolean => new RegExp(`[${spaces}]`).test(char);
const blank = new RegExp(`[ \\t${spaces}]`);

/** Longer lines are no lines that somebody typed; looking around in them would take forever. */
const longest = 5_000;

/** Characters that YAML takes for letters where punctuation or a space is meant; one problem for each line. */
export function lookAlikes(text: string): readonly Problem[] {
  if (!any.test(text)) return [];
  const problems: Problem[] = [];
  let depth = 0;
  for (const { 0: line, index: start } of text.matchAll(/[^\r\n]+/g)) {
    if (line.length > longest) continue;
    const edits: Edit[] = [];
    for (const { 0: found, index } of line.matchAll(token)) {
      if (found.endsWith("- ")) depth = 0;
      const put = found.length > 1 ? found : any.test(found) ? replacement(line, index, found, depth) : found;
      if (put === "[" || put === "{") depth++;
      else if (put === "]" || put === "}") depth = Math.max(depth - 1, 0);
      if (put !== undefined && put !== found)
        edits.push({ span: { from: start + index, to: start + index + 1 }, text: put });
    }
    if (edits.length) problems.push(asProblem(text, edits));
  }
  return problems;
}

/** What stands for the character in this place; nothing where it can be part of a text. */
function replacement(line: string, at: number, char: string, depth: number): string | undefined {
  const before = around(line, at, -1);
  const after = around(line, at, 1);
  const begins = before === "" || ":,-[{".includes(standsFor(before));
  if (isSpace(char)) {
    const ends = after === "" || "[{]},#:".includes(standsFor(after));
    return begins || ends ? (char === "\u200b" ? "" : char === "\u3000" && before === "" ? "  " : " ") : undefined;
  }
  const put = standsFor(char);
  if (put === ":") return keyBefore.test(line.slice(0, at)) ? (/\S/.test(line[at + 1] ?? " ") ? ": " : ":") : undefined;
  if (put === "," || put === "]" || put === "}") return depth > 0 ? put : undefined;
  if (put === "-") return begins && /[\d ]/.test(line[at + 1] ?? "") ? put : undefined;
  if (put === '"' || put === "'") return begins || after === "" || ",]}:".includes(standsFor(after)) ? put : undefined;
  return begins || /[0-9０-９]/.test(line[at - 1] ?? "") ? put : undefined;
}

/** The nearest character of the line that is no blank. */
function around(line: string, at: number, step: 1 | -1): string {
  let i = at + step;
  while (line[i] !== undefined && blank.test(line[i]!)) i += step;
  return line[i] ?? "";
}

/** A word alone: at the start of the line, behind a dash, a brace or a comma. */
const keyBefore = /(?:^|[{,，｛]|^\s*(?:- )+)\s*["']?[\w.$]+["']?\s*$/;

const standsFor = (char: string): string =>
  meant[char] ?? (/[０-９]/.test(char) ? String(char.charCodeAt(0) - "０".charCodeAt(0)) : char);

function asProblem(text: string, edits: readonly Edit[]): Problem {
  const chars = [...new Set(edits.map(({ span }) => text[span.from]!))];
  const { from } = edits[0]!.span;
  return problem("look-alike-character", { from, to: from + 1 }, complaint(chars), {
    title: chars.every(isSpace) ? say`Write ordinary spaces` : say`Write ordinary characters`,
    edits,
    safe: true,
  });
}

function complaint(chars: readonly string[]): Message {
  if (chars.every(isSpace)) return say`this is no ordinary space: YAML takes it for a letter`;
  const shown = chars.filter((char) => !isSpace(char));
  return say`${shown.join(" ")} only looks like ${shown.map(standsFor).join(" ")} but is a letter to YAML`;
}
