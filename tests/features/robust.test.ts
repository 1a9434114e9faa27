import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { linesOf } from "../../server/src/core/lines";
import { layersAt } from "../../server/src/features/call-hierarchy";
import { codeActions } from "../../server/src/features/code-actions";
import { codeLenses } from "../../server/src/features/code-lens";
import { completion } from "../../server/src/features/completion";
import { definition } from "../../server/src/features/definition";
import { diagnostics } from "../../server/src/features/diagnostics";
import { documentHighlights } from "../../server/src/features/document-highlight";
import { documentLinks } from "../../server/src/features/document-links";
import { documentSymbols } from "../../server/src/features/document-symbols";
import { folding } from "../../server/src/features/folding";
import { formatting } from "../../server/src/features/formatting";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlay-hints";
import { fixAll } from "../../server/src/features/mending-actions";
import { quizCompletion } from "../../server/src/features/quiz-completion";
import { references } from "../../server/src/features/references";
import { prepareRename } from "../../server/src/features/rename";
import { semanticTokens } from "../../server/src/features/semantic-tokens";
import { signatureHelp } from "../../server/src/features/signature-help";
import { rangeOf, type Snapshot } from "../../server/src/features/snapshot";
import { status } from "../../server/src/features/status";
import { understand } from "../../server/src/service";
import { every } from "../support/sample";

const uri = "file:///model.yaml";
const models = [
  ...readdirSync("tests/models").map((file) => `tests/models/${file}`),
  ...["zoo/resnet18.cnn.yaml", "keras-small.cnn.yaml", "yolov8-style.yaml"].map((file) => `examples/${file}`),
];

const steps = { places: every(7, "places of models", 20), ends: every(37, "beginnings of models", 12) };

/** What every feature says of a whole document, and of one place in it. */
function ask(snapshot: Snapshot, offset: number): unknown {
  const { lines, text } = snapshot;
  const findings = { ...snapshot, ...snapshot.analysis };
  const range = rangeOf(lines, { from: 0, to: text.length });
  const can = { markdown: true, snippets: true };
  return [
    status(snapshot),
    diagnostics(findings, { uri, related: true }),
    codeActions(findings, { uri, range, shown: [], related: true, only: ["quickfix", fixAll] }),
    codeLenses(snapshot, uri, { totals: "show", scale: "choose" }),
    semanticTokens(snapshot),
    inlayHints(snapshot, range),
    documentSymbols(snapshot),
    folding(snapshot),
    documentLinks(snapshot, { rule: () => undefined, operator: () => undefined }),
    formatting(snapshot, { tabSize: 2, insertSpaces: true }),
    ...at(snapshot, offset, can),
  ];
}

const at = (snapshot: Snapshot, offset: number, can: { markdown: boolean; snippets: boolean }): readonly unknown[] => [
  hover(snapshot, offset, can),
  completion(snapshot, offset, can),
  quizCompletion(snapshot, offset, () => []),
  signatureHelp(snapshot, offset),
  definition(snapshot, uri, offset),
  references(snapshot, uri, offset, true),
  documentHighlights(snapshot, offset),
  layersAt(snapshot, uri, offset),
  prepareRename(snapshot, offset),
];

const look = (path: string, text: string): Snapshot | undefined => {
  const understood = understand(path, text);
  return understood && { text, lines: linesOf(text), ...understood };
};

for (const path of models) {
  const text = readFileSync(path, "utf8");

  test(`${path}: every place can be asked about, and a completion stands for a piece of one line around it`, () => {
    const snapshot = look(path, text)!;
    for (let offset = 0; offset <= text.length; offset += steps.places) {
      const where = `${path} at ${offset}`;
      const can = { markdown: offset % 2 === 0, snippets: offset % 3 === 0 };
      let said: readonly unknown[] = [];
      assert.doesNotThrow(() => {
        said = at(snapshot, offset, can);
      }, where);
      const [first] = said[1] as ReturnType<typeof completion>;
      const edit = first?.textEdit;
      if (!edit || !("range" in edit)) continue;
      const { line, column } = snapshot.lines.at(offset);
      const { start, end } = edit.range;
      assert.deepEqual([start.line, end.line], [line, line], where);
      assert.ok(start.character <= column && column <= end.character, where);
    }
  });

  test(`${path}: so can every beginning of it, where it ends`, () => {
    for (let end = 0; end <= text.length; end += steps.ends) {
      const part = text.slice(0, end);
      const snapshot = look(path, part);
      if (snapshot) assert.doesNotThrow(() => ask(snapshot, end), part.slice(-80));
    }
  });
}

test("tokens come in order, do not overlap, and end in their line", () => {
  for (const path of models) {
    const text = readFileSync(path, "utf8");
    const { data } = semanticTokens(look(path, text)!);
    const lines = text.split("\n");
    let [line, column, end] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 5) {
      if (data[i]) [column, end] = [0, 0];
      [line, column] = [line + data[i]!, column + data[i + 1]!];
      assert.ok(column >= end, `${path} line ${line + 1}`);
      end = column + data[i + 2]!;
      assert.ok(end <= lines[line]!.length, `${path} line ${line + 1}`);
    }
  }
});
