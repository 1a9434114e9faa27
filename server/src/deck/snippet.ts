import type { Card } from "./card";
import { plainText } from "./plain-text";

/** The column behind which a comment goes on in the next line. */
const width = 76;

/** A card as comments of a YAML file: the question, and below it the answer. Each line begins with `#`. */
export const snippetLines = ({ question, answer }: Card): readonly string[] => [
  ...comment("Q:", question),
  ...comment("A:", answer),
];

const listed = /^(?:[-*]|\d+\.) /;

/** Paragraphs and entries of lists are wrapped anew, and set in so far that the label stands out. */
function comment(label: string, markdown: string): readonly string[] {
  const [first = "", ...rest] = pieces(plainText(markdown));
  const indent = `# ${" ".repeat(label.length)} `;
  const below = (piece: string): readonly string[] =>
    piece === "" ? ["#"] : wrap(piece, indent, indent + " ".repeat(listed.exec(piece)?.[0].length ?? 0));
  const top = listed.test(first) ? [`# ${label}`, ...below(first)] : wrap(first, `# ${label} `, indent);
  return [...top, ...rest.flatMap(below)];
}

/** One piece for each paragraph and each entry of a list, an empty one for each empty line. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/).map((line) => line.trim())) {
    const before = found.at(-1);
    if (!before || line === "" || listed.test(line)) found.push(line);
    else found[found.length - 1] = `${before} ${line}`;
  }
  return found;
}

/** A word longer than the line stands alone in one, and sticks out. */
function wrap(text: string, first: string, next: string): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const [, gap = "", word = ""] of text.trim().matchAll(words)) {
    const blank = gap ? " " : "";
    if (!empty && widthOf(line + blank + word) > width) {
      lines.push(line);
      line = next;
      empty = true;
    }
    line += empty ? word : blank + word;
    empty = false;
  }
  return [...lines, line];
}

/** Between signs of Chinese a line may end anywhere but before those that close. */
const words = /(\s*)([⺀-鿿][、。」』！），：；？”]*|[^\s⺀-鿿]+)/g;

/** A sign of Chinese is as wide as two letters. */
const widthOf = (text: string): number => text.length + (text.match(/[⺀-鿿！-｠]/g)?.length ?? 0);
