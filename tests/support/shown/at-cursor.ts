import type { Range, TextEdit } from "vscode-languageserver-types";
import { type Lines, linesOf } from "../../../server/src/core/lines";
import type { Edit } from "../../../server/src/core/problem";
import { type Snapshot, scalesOf, spanOf } from "../../../server/src/features/snapshot";
import { recognise } from "../../../server/src/formats/index";
import { isPythonModel } from "../../../server/src/python/recognise";
import { understand } from "../../../server/src/service";
import { read } from "../check-model";
import { pythonBeside } from "../own-modules";
import { nameOf } from "./name-of";

/** What a fence after a model shows. `$0` in the model is the cursor. */
export type Shown = { readonly [fence: string]: (source: string) => string };

export const uri = "file:///model.yaml";

export const cursor = (source: string): { readonly text: string; readonly offset: number } => ({
  text: source.replace("$0", ""),
  offset: source.indexOf("$0"),
});

export function snapshotOf(text: string): Snapshot {
  return isPythonModel(nameOf(text), text) ? snapshotOfProgram(text) : snapshotOfTree(text);
}

function snapshotOfProgram(text: string): Snapshot {
  const understood = understand(nameOf(text), text)!;
  const { scale } = understood;
  return { ...understood, text, lines: linesOf(text), ...(scale !== undefined && { scale }) };
}

function snapshotOfTree(text: string): Snapshot {
  const own = pythonBeside(text);
  if (own) return { ...understand(nameOf(text), text, own)!, text, lines: linesOf(text) };
  const analysis = read(text, nameOf(text));
  const [scale] = scalesOf({ analysis });
  const found = recognise(nameOf(text), text);
  return {
    text,
    lines: linesOf(text),
    format: found?.format.id ?? "",
    analysis,
    comments: found?.format.read(found.document, {}).comments ?? [],
    ...(scale !== undefined && { scale }),
    place: (offset) => found?.format.place(found.document, offset),
    names: () => found?.format.names(found.document) ?? [],
  };
}

export const lined = (lines: readonly string[]): string => (lines.length ? `${lines.join("\n")}\n` : "nothing\n");

export const wordsIn = (text: string, lines: Lines, range: Range): string => {
  const { from, to } = spanOf(lines, range);
  return `${text.slice(from, to)} in line ${range.start.line + 1}`;
};

export function applyLsp(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  return apply(
    text,
    edits.map(({ range, newText }) => ({ span: spanOf(lines, range), text: newText })),
  );
}

/** The text with edits carried out, from the end so that offsets hold. */
export const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((done, { span, text: put }) => done.slice(0, span.from) + put + done.slice(span.to), text);
