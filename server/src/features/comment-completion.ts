import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
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

/** Behind `#` words that mean something to this program, behind those the ids of what is found, and behind `=>` the shape. */
export function commentCompletion(snapshot: Snapshot, offset: number): CompletionItem[] {
  const { text, lines } = snapshot;
  const start = lines.starts[lines.at(offset).line]!;
  const before = text.slice(start, offset);
  const comment = /(?:^|\s)#\s*(?<said>=>\s*|[a-z-]*|(?<directive>convlint-[a-z-]+)\s+(?:[\w-]+,?\s+)*[\w-]*)$/.exec(
    before,
  );
  if (!comment || /^\s*\{/.test(text)) return [];
  const { said = "", directive } = comment.groups!;
  if (said.startsWith("=>")) return shapeAt(snapshot, offset, said.endsWith(" ") ? "" : " ");
  const word = /[\w-]*$/.exec(before)![0];
  const range = rangeOf(lines, { from: offset - word.length, to: offset });
  const names =
    directive === undefined ? (word ? directives : []) : directives.includes(directive) ? idsNear(snapshot, start) : [];
  return names.map((label, i) => ({
    label,
    kind: CompletionItemKind.Keyword,
    sortText: String(i).padStart(4, "0"),
    textEdit: { range, newText: label },
  }));
}

/** What is found from this line on comes first, then what is found at all, then whatever there is. */
function idsNear({ analysis: { problems } }: Snapshot, start: number): readonly string[] {
  const below = problems.filter(({ span }) => span.from >= start);
  return [...new Set([...below, ...problems].map(({ id }) => id).concat([...topics.keys()]))];
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
