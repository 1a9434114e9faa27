// Refactorings as the editor offers them: by kind, for a place or a selection, each with an edit that keeps the model sound.
import {
  type CodeAction,
  CodeActionKind,
  commands,
  Range,
  Selection,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { ask, at, contains, equal, lacks, lineEnd, open, until } from "./support";
import { blocks, deck, detector } from "./texts";

export function changingSuite(): void {
  suite("changing a model", cases);
}

function cases(): void {
  test("a layer is put in, doubled and taken out", async () => {
    const document = await open(deck);
    const titles = (await offered(document, wordAt(document, "Flatten"), CodeActionKind.RefactorRewrite)).map(
      ({ title }) => title,
    );
    for (const title of ["Insert layer above", "Insert layer below", "Duplicate layer", "Delete layer"])
      equal([title, titles.includes(title)], [title, true]);
    await apply(document, wordAt(document, "ReLU"), "Delete layer");
    equal(document.getText().match(/ReLU/g)?.length, 1);
  });

  test("rows that are counted are counted anew", async () => {
    const document = await open(detector);
    await apply(document, wordAt(document, "[64, 3, 2]"), /^Duplicate row/);
    contains(document.getText(), "[[1, 2], 1, Detect");
  });

  test("a kernel is padded so that the image keeps its size", async () => {
    const document = await open(deck);
    await apply(document, wordAt(document, "kernel_size"), /^Set padding to 1/);
    contains(document.getText(), "padding: 1");
  });

  test("a layer gets a name, and who counted back to it reads the name", async () => {
    const document = await open(blocks.replace("    name: stem\n", "").replace("[stem, -1]", "[-2, -1]"));
    await apply(document, wordAt(document, "Conv2d"), /^Name this layer conv2d/);
    contains(document.getText(), "from: [conv2d, -1]");
  });

  test("selected layers become a block, and its call can be replaced by them", async () => {
    const document = await open(deck);
    const layers = new Range(at(document, "- Conv2d", 2), lineEnd(document, at(document, "- ReLU")));
    await apply(document, layers, /block/i, CodeActionKind.RefactorExtract);
    contains(document.getText(), "blocks:");
    await apply(document, wordAt(document, "Block"), "Put the layers of Block here", CodeActionKind.RefactorInline);
    lacks(document.getText(), "- Block");
  });

  test("a model is converted to the words of another framework", async () => {
    const document = await open(deck);
    await apply(document, wordAt(document, "input"), "Convert to the words of Keras");
    contains(document.getText(), "framework: keras");
    contains(document.getText(), "filters: 16");
  });

  test("saving can mend what is safe to mend", async () => {
    const document = await open(deck.replace("bias: false }\n    name: stem", "bias: true }\n  - BatchNorm2d"));
    await until(
      () => offered(document, new Range(0, 0, 0, 0), CodeActionKind.SourceFixAll),
      (found) => found.length > 0,
    );
    await window.showTextDocument(document);
    await commands.executeCommand("editor.action.fixAll");
    await until(
      () => document.getText(),
      (text) => !text.includes("bias: true"),
    );
  });
}

const wordAt = (document: TextDocument, word: string): Range => {
  const start = at(document, word);
  return new Range(start, start);
};

/** Asked for by kind, as *Refactor…* does; each comes with its edit. */
const offered = (document: TextDocument, range: Range, kind: CodeActionKind) =>
  ask<CodeAction[]>("CodeAction", document.uri, range, kind.value, 30);

async function apply(
  document: TextDocument,
  range: Range,
  title: string | RegExp,
  kind = CodeActionKind.RefactorRewrite,
): Promise<void> {
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(range.start, range.end);
  const fits = (action: CodeAction) => (typeof title === "string" ? action.title === title : title.test(action.title));
  const actions = await until(
    () => offered(document, range, kind),
    (found) => found.some(fits),
  );
  const { edit } = actions.find(fits)!;
  if (!edit) throw new Error(`${title} has no edit`);
  equal(await workspace.applyEdit(edit), true);
}
