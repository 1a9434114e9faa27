import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Lines } from "../core/lines";
import type { Span } from "../core/span";
import { known } from "../derive/known";
import { topics } from "../derive/topic";
import { showImages } from "./figures";
import { activeModel, rangeOf, type Snapshot } from "./snapshot";
import { outputsOf, usesIn } from "./use";

const directives = [
  "convlint-disable-line",
  "convlint-disable-next-line",
  "convlint-disable-file",
  "convlint-disable",
  "convlint-enable",
];
const asksDialect = "convlint-dialect";

/** Behind `#` words that mean something to this program, behind those the ids of what is found, and behind `=>` the shape. */
export function commentCompletion(snapshot: Snapshot, offset: number): CompletionItem[] {
  const { text, lines } = snapshot;
  const dialects = dialectCompletion(text, lines, offset);
  if (dialects.length) return dialects;
  const start = lines.starts[lines.at(offset).line]!;
  const before = text.slice(start, offset);
  const comment = /(?:^|\s)#\s*(?<said>=>\s*|[a-z-]*|(?<directive>convlint-[a-z-]+)\s+(?:[\w-]+,?\s+)*[\w-]*)$/.exec(
    before,
  );
  if (!comment || /^\s*\{/.test(text)) return [];
  const { said = "", directive } = comment.groups!;
  if (said.startsWith("=>")) return shapeAt(snapshot, offset, said.endsWith(" ") ? "" : " ");
  const word = /[\w-]*$/.exec(before)![0];
  const span = { from: offset - word.length, to: offset };
  if (directive !== undefined)
    return wordItems(directives.includes(directive) ? idsNear(snapshot, start) : [], span, lines);
  return wordItems(word ? [...directives, asksDialect] : [], span, lines);
}

/** Behind the word that asks for one stand all dialects; until one is written out, nobody knows what the file is. */
export function dialectCompletion(text: string, lines: Lines, offset: number): CompletionItem[] {
  const before = text.slice(lines.starts[lines.at(offset).line], offset);
  const word = /(?:^|\s)#\s*convlint-dialect[ \t]+([\w.-]*)$/.exec(before)?.[1];
  if (word === undefined || /^\s*\{/.test(text)) return [];
  const rest = /^[\w.-]*/.exec(text.slice(offset))![0].length;
  return wordItems(known().dialects, { from: offset - word.length, to: offset + rest }, lines);
}

const wordItems = (words: readonly string[], span: Span, lines: Lines): CompletionItem[] =>
  words.map((label, i) => ({
    label,
    kind: CompletionItemKind.Keyword,
    sortText: String(i).padStart(4, "0"),
    textEdit: { range: rangeOf(lines, span), newText: label },
  }));

/** What is found from this line on comes first, then what is found at all, then whatever there is. */
function idsNear({ analysis: { problems } }: Snapshot, start: number): readonly string[] {
  const below = problems.filter(({ span }) => span.from >= start);
  return [...new Set([...below, ...problems].map(({ id }) => id).concat([...topics().keys()]))];
}

/** As the layer of this line has it, in the form that is compared with what comes out. */
function shapeAt(snapshot: Snapshot, offset: number, gap: string): CompletionItem[] {
  const model = activeModel(snapshot);
  const { line } = snapshot.lines.at(offset);
  const use = model && usesIn(model).find(({ row }) => snapshot.lines.at(row.opSpan.from).line === line);
  const shapes = use ? outputsOf(use) : [];
  if (!shapes.length || shapes.some((shape) => !shape)) return [];
  const label = showImages(shapes, shapes.length);
  const range = rangeOf(snapshot.lines, { from: offset, to: offset });
  return [{ label, kind: CompletionItemKind.Value, textEdit: { range, newText: gap + label } }];
}
