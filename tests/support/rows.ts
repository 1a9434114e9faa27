import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { countsOf, type Model, parametersOf, shapesOf, stepsOf } from "../../server/src/core/analysis";
import { showDim, showShape } from "../../server/src/core/dim";
import { applied } from "../../server/src/core/edit";
import type { Row } from "../../server/src/core/graph";
import { insertAbove, insertBelow } from "../../server/src/edits/rows/insert";
import { remove } from "../../server/src/edits/rows/remove";
import type { Change, Sheet } from "../../server/src/edits/rows/sheet";
import { sheetsOf } from "../../server/src/edits/rows/sheets";
import { recognise } from "../../server/src/formats/index";
import { native } from "../../server/src/formats/native/index";
import { type Options, understand } from "../../server/src/service";

/** The lists of rows of a text, as all that changes them sees them. */
export function sheetsIn(path: string, text: string): readonly Sheet[] {
  const found = recognise(path, text);
  return found ? sheetsOf(found.document, found.format === native) : [];
}

/** A text with a change carried out; the edits of a change come in any order, and none overlaps another. */
export function changed(text: string, change: Change): string {
  assert.ok(change);
  const sorted = [...change].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  sorted.slice(1).forEach(({ span }, i) => {
    assert.ok(sorted[i]!.span.to <= span.from, "two edits overlap");
  });
  return applied(text, sorted);
}

/** The files below a folder, with their folders. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .sort();

export const modelOf = (path: string, text: string, options: Options = {}): Model => {
  const [model] = understand(path, text, options)!.analysis.models;
  assert.ok(model);
  return model;
};

/** A row of the model's own list in one line: what it is, what it reads, what it gives and what it costs. */
function figures(model: Model, row: Row, number: (row: number) => string): string {
  const source = (node: number | undefined): string => {
    const top = model.graph.rows.findIndex((one) => nodesIn(one).includes(node ?? -1));
    return top < 0 ? `input ${node}` : number(top);
  };
  const shapes = shapesOf(model, row).map((shape) => (shape ? showShape(shape) : "?"));
  const parameters = showDim(parametersOf(countsOf(stepsOf(model, row)), model.graph));
  return `${row.op} of ${row.inputs.map(({ node }) => source(node))}: ${shapes}, ${parameters}`;
}

const nodesIn = (row: Row): readonly number[] => [...row.nodes, ...row.rows.flatMap(nodesIn)];

/**
 * Puts a row in at a position and compares: every row reads what it read, or the new row in the place of what that
 * one reads, and nothing else is different. Then takes it away again, which gives the text to the byte.
 */
export function insertAndUndo(path: string, text: string, which: number, position: number, below: boolean): boolean {
  const sheet = sheetsIn(path, text)[which]!;
  const change = below ? insertBelow(sheet, position - 1) : insertAbove(sheet, position);
  if (!change) return false;
  const after = changed(text, change);
  const again = sheetsIn(path, after)[which];
  assert.equal(again?.rows.length, sheet.rows.length + 1, after);
  const [word] = /\w[\w.]*/.exec(sheet.blank.replace(/^\[-1, 1, /, ""))!;
  const row = again!.rows[position]!;
  assert.ok(after.slice(row.span.from, row.span.to).includes(word), after);
  assert.equal(changed(after, remove(again!, position)), text);
  return true;
}

/** The same model, row by row, but for the row at `position`, which hands on what it is given. */
export function sameButOne(before: Model, after: Model, position: number): void {
  const name = (row: number): string => String(row > position ? row - 1 : row);
  const own = after.graph.rows[position]!;
  const given = /of (.*?):/.exec(figures(after, own, name))![1]!;
  const through = (row: number): string => (row === position ? given : name(row));
  const rows = after.graph.rows.filter((row) => row !== own);
  assert.equal(rows.length, before.graph.rows.length);
  rows.forEach((row, i) => {
    assert.equal(figures(after, row, through), figures(before, before.graph.rows[i]!, String));
  });
}
