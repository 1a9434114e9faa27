import { idsOf, silencesOf } from "../analysis/suppress";
import { applied } from "../core/edit";
import type { Comment } from "../core/graph";
import { lineBreakIn, lineStart } from "../core/lines";
import type { Edit } from "../core/problem";
import { contains, type Span } from "../core/span";
import type { Document } from "../tree/document";
import { isSameTree } from "../tree/same";
import type { Tree } from "../tree/tree";
import { parseYaml } from "../tree/yaml";

/** Of how much of a text a comment says that something is not told. */
export type Reach = "line" | "file";

/** A longer line gets no comment at its end. */
const longest = 120;

/**
 * The comment that silences an id at a place of a text, or in all of it, as edits. Nothing is read otherwise
 * than before: where a comment would be part of a text, or end one, it goes elsewhere.
 */
export type Silencer = (id: string, at: number, reach: Reach) => readonly Edit[] | undefined;

/** A text into which comments can be put. */
export interface Commented {
  readonly text: string;
  readonly comments: readonly Comment[];
  /** What people leave between the words of a line and a comment. */
  readonly gap: string;
  /** What is around a place and may take several lines, between which there is room for no comment. */
  around(at: number): Span | undefined;
  /** The comments of another text in the place of this one, where all else is read as it is in this one. */
  same(text: string): readonly Comment[] | undefined;
}

/** Of one text, which is read once however many problems are to be silenced, and not before one is. */
export function silencer(text: string, read: (text: string) => Commented = inYaml): Silencer {
  let document: Commented | undefined;
  return (id, at, reach) => {
    document ??= read(text);
    for (const way of reach === "line" ? ofLine(document, id, at) : ofFile(document, id)) {
      const edits = way();
      if (edits && isSilent(document, edits, id, at)) return edits;
    }
    return undefined;
  };
}

function inYaml(text: string): Commented {
  const { root, comments, problems }: Document = parseYaml(text);
  const ids = (all: Document["problems"]): string => all.map(({ id }) => id).join();
  return {
    text,
    comments,
    gap: " ",
    around: (at) => root && scalarAt(root, at),
    same(other) {
      const after = parseYaml(other);
      return ids(after.problems) === ids(problems) && isSameTree(root, after.root) ? after.comments : undefined;
    },
  };
}

type Way = () => readonly Edit[] | undefined;

/** The nearest way first. */
const ofLine = (document: Commented, id: string, at: number): readonly Way[] => [
  () =>
    joining(
      document,
      ({ text, line, next }) =>
        (isOf("-line", text) && contains(line, at)) || (isOf("-next-line", text) && contains(next, at)),
      id,
    ),
  () => (lineAt(document.text, at).length < longest - id.length ? behind(document, at, id) : undefined),
  () => above(document.text, at, `# convlint-disable-next-line ${id}`),
  () => behind(document, at, id),
  () => around(document, at, id),
];

const ofFile = (document: Commented, id: string): readonly Way[] => [
  () => joining(document, ({ text }) => isOf("-file", text), id),
  () => atHead(document.text, id, headOf(document.text)),
  () => atHead(document.text, id, 0),
];

const isOf = (kind: string, comment: string): boolean =>
  new RegExp(`^#\\s*convlint-disable${kind}(?=\\s|$)`).test(comment);

const put = (at: number, text: string): Edit => ({ span: { from: at, to: at }, text });

/** The id behind those of a comment that is there. */
function joining(
  { comments }: Commented,
  fits: (comment: Comment) => boolean,
  id: string,
): readonly Edit[] | undefined {
  const comment = comments.find(fits);
  if (!comment) return undefined;
  const last = idsOf(comment).at(-1);
  const word = /^#\s*\S+/.exec(comment.text)![0].length;
  return [last ? put(last.span.to, `, ${id}`) : put(comment.span.from + word, ` ${id}`)];
}

function lineAt(text: string, at: number): string {
  const from = lineStart(text, at);
  const length = text.slice(at).search(/[\r\n]/);
  return text.slice(from, length < 0 ? text.length : at + length);
}

function behind({ text, gap }: Commented, at: number, id: string): readonly Edit[] | undefined {
  const line = lineAt(text, at);
  if (/(?<=^|[ \t])#/.test(line)) return undefined;
  const end = lineStart(text, at) + line.trimEnd().length;
  return [put(end, `${line.trim() ? gap : ""}# convlint-disable-line ${id}`)];
}

/** A line of its own, as far in as the line below. */
function above(text: string, at: number, comment: string): readonly Edit[] {
  const start = lineStart(text, at);
  const indent = /^[ \t]*/.exec(text.slice(start))![0];
  return [put(start, `${indent}${comment}${lineBreakIn(text)}`)];
}

/** From before the text that a place lies in to behind it. */
function around({ text, around }: Commented, at: number, id: string): readonly Edit[] | undefined {
  const whole = around(at);
  if (!whole) return undefined;
  const [first] = above(text, whole.from, `# convlint-disable ${id}`);
  const indent = /^[ \t]*/.exec(text.slice(first!.span.from))![0];
  let next = Math.max(whole.to, at);
  while (next < text.length && lineStart(text, next) !== next) next++;
  const gap = lineStart(text, next) === next ? "" : lineBreakIn(text);
  return [first!, put(next, `${gap}${indent}# convlint-enable ${id}${lineBreakIn(text)}`)];
}

function scalarAt(tree: Tree, at: number): Span | undefined {
  if (tree.kind === "scalar") return contains(tree.span, at) ? tree.span : undefined;
  const inside = tree.kind === "list" ? tree.items : tree.entries.map(({ value }) => value);
  for (const one of inside) {
    const found = contains(one.span, at) ? scalarAt(one, at) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Below the comments that a file begins with; one that speaks of the line below it stays with that. */
const headOf = (text: string): number =>
  /^(?:[ \t]*#(?!\s*convlint-disable-next-line)[^\r\n]*(?:\r\n|\r|\n|$))*/.exec(text)![0].length;

function atHead(text: string, id: string, at: number): readonly Edit[] {
  const gap = at > 0 && !/[\r\n]/.test(text[at - 1]!) ? lineBreakIn(text) : "";
  return [put(at, `${gap}# convlint-disable-file ${id}${lineBreakIn(text)}`)];
}

/** Whether the id is silenced at the place after the edits, and all is read as before. */
function isSilent({ text, same }: Commented, edits: readonly Edit[], id: string, at: number): boolean {
  const after = same(applied(text, edits));
  const moved = edits.reduce((sum, edit) => (edit.span.from <= at ? sum + edit.text.length : sum), at);
  return after !== undefined && silencesOf(after).some((one) => one.id === id && contains(one.where, moved));
}
