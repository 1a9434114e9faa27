// Documents that are no files of a disk: older versions, cells, what nobody has saved or can write. All is told of them,
// and what is wrong once.
import {
  type CodeLens,
  type CompletionList,
  commands,
  Disposable,
  type DocumentSymbol,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { provideFiles, scheme } from "./memory-files";
import { ask, at, contains, equal, hintsOf, hoverText, open, problemsOf, statusOf, textAt, until } from "./support";
import { wrong } from "./texts";

/** Those that show what another document is, was or may become, and so repeat its problems. */
const cell = "vscode-notebook-cell";
const shadows = ["git", cell];

export function schemesSuite(): void {
  suite("documents of every scheme", () => {
    let provided: Disposable;
    suiteSetup(() => {
      provided = Disposable.from(
        provideFiles({
          "/plain/wrong.cnn.yaml": wrong,
          "/configured/.convlint.yaml": "extends: [base.convlint.yaml]\n",
          "/configured/base.convlint.yaml": "rules: { stated-size: off }\n",
          "/configured/inner/wrong.cnn.yaml": wrong,
        }),
        ...shadows.map((shadow) =>
          workspace.registerTextDocumentContentProvider(shadow, { provideTextDocumentContent: () => wrong }),
        ),
      );
    });
    suiteTeardown(() => provided.dispose());
    cases();
  });
}

function cases(): void {
  for (const shadow of shadows)
    test(`${shadow}: all is told, but what is wrong stands with the document itself`, async () => {
      const uri = Uri.from({ scheme: shadow, path: `/plain/${shadow}.cnn.yaml`, query: "{}" });
      const document = shadow === cell ? await cellAt(uri) : await shown(uri);
      await answersEverything(document);
      const asked = Date.now();
      await until(
        () => Date.now() - asked,
        (passed) => passed > 500 || problemsOf(document).length > 0,
      );
      equal(problemsOf(document).length, 0);
    });

  test("untitled: what is wrong is told once", async () => {
    const document = await open(wrong);
    await isWrongOnce(document);
    await answersEverything(document);
  });

  test("read-only: what is wrong is told once", async () => {
    const document = await shown(Uri.from({ scheme, path: "/plain/wrong.cnn.yaml" }));
    await isWrongOnce(document);
    await answersEverything(document);
  });

  test("on no disk: a configuration above a model holds for it, with what it extends", async () => {
    const document = await shown(Uri.from({ scheme, path: "/configured/inner/wrong.cnn.yaml" }));
    const { settings, errors } = await statusOf(document);
    equal(settings?.files.length, 1);
    equal(errors, 0);
    await answersEverything(document);
    equal(problemsOf(document).length, 0);
  });

  test("nothing of it is an error in the log", async () => {
    await commands.executeCommand("convlint.showLogs");
    const log = await until(
      () => workspace.textDocuments.find(({ uri, fileName }) => uri.scheme === "output" && /convlint/i.test(fileName)),
      (found) => found !== undefined,
    );
    equal(log!.getText().match(/^.*\[error\].*(?:git|cell|memory|untitled).*$/gm) ?? [], []);
  });
}

async function shown(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  equal(document.languageId, "yaml");
  return document;
}

/** The editor shows no cell without its notebook, and asks about it all the same. */
const cellAt = async (uri: Uri): Promise<TextDocument> =>
  languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), "yaml");

async function isWrongOnce(document: TextDocument): Promise<void> {
  const problems = await until(
    () => problemsOf(document),
    (found) => found.length > 0,
  );
  equal(
    problems.map(({ range }) => textAt(document, range)),
    ["9216"],
  );
}

async function answersEverything(document: TextDocument): Promise<void> {
  const { uri } = document;
  const conv = at(document, "Conv2d", 1);
  const hover = await until(
    () => hoverText(document, "Conv2d"),
    (found) => found !== "",
  );
  contains(hover, "Conv2d");
  equal((await hintsOf(document)).length > 0, true);
  equal((await ask<CodeLens[]>("CodeLens", uri, 1)).length > 0, true);
  equal((await ask<CompletionList>("CompletionItem", uri, conv)).items.length > 0, true);
  equal(((await ask<DocumentSymbol[] | undefined>("DocumentSymbol", uri)) ?? []).length > 0, true);
  await ask("CodeAction", uri, new Range(conv, conv));
}
