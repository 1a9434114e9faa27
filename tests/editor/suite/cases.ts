// The tests. They use only what both extension hosts have, so the same file runs in Node and in a web worker.
import {
  type CodeAction,
  commands,
  DiagnosticSeverity,
  env,
  type Hover,
  type InlayHint,
  Range,
  type TextDocument,
  type Uri,
  version,
  window,
  workspace,
} from "vscode";
import { besideSuite } from "./beside";
import { changingSuite } from "./changing";
import { clientSuite } from "./client";
import { commentsSuite } from "./comments";
import { controlSuite } from "./control";
import { convertSuite } from "./convert";
import { decksSuite } from "./decks";
import { exportSuite } from "./export";
import { guessesSuite } from "./guesses";
import { languageSuite } from "./language";
import { openPython, programs, pythonSuite } from "./python";
import { quizSuite } from "./quiz";
import { readingSuite } from "./reading";
import { reviewSuite } from "./review";
import { schemesSuite } from "./schemes";
import { structureSuite } from "./structure";
import {
  api,
  ask,
  at,
  contains,
  equal,
  errorsOf,
  hoverText,
  isAwake,
  open,
  problemsOf,
  statusOf,
  textAt,
  until,
} from "./support";
import { deck, foreign, wrong } from "./texts";

const where = typeof process === "object" && process.versions?.node ? `Node ${process.versions.node}` : "a web worker";

suite(`ConvLint, VS Code ${version}, ${where}, remote: ${env.remoteName ?? "none"}`, () => {
  // An editor with a folder opens files of JSON for itself, which wake it already; one without opens nothing.
  test("a file of YAML wakes the extension", async () => {
    await open(foreign[0]!);
    await until(isAwake, (awake) => awake);
  });

  test("nothing at all happens in other files of YAML and Python", async () => {
    const { started, statusOf } = await api();
    for (const text of foreign) {
      const document = await open(text);
      const end = document.positionAt(text.length);
      equal(await ask<Hover[]>("Hover", document.uri, at(document, ":")), []);
      equal(await ask<InlayHint[]>("InlayHint", document.uri, new Range(0, 0, end.line, end.character)), []);
      equal(problemsOf(document), []);
      equal(statusOf(document.uri) === undefined, true);
      equal(document.languageId, "yaml");
    }
    await openPython(programs[1]!); // the other one may well have a model
    equal(started(), false);
  });

  test("a wrong number is underlined, and nothing else", async () => {
    const document = await open(wrong);
    const [problem] = await until(
      () => problemsOf(document),
      (found) => found.length === 1,
    );
    equal(textAt(document, problem!.range), "9216");
    equal(problem!.severity, DiagnosticSeverity.Error);
    equal(problem!.source, "convlint");
    contains(problem!.message, "12544");
    const code = problem!.code as { readonly value: string; readonly target: Uri };
    equal(code.value, "stated-size");
    contains(code.target.toString(), "docs/rules/stated-size.md");
    contains((await workspace.openTextDocument(code.target)).getText(), "# stated-size");
  });

  test("the problem goes with its cause", async () => {
    const document = await open(wrong);
    await until(
      () => problemsOf(document).length,
      (count) => count === 1,
    );
    await replace(document, "9216", "12544");
    await until(
      () => errorsOf(document).length,
      (count) => count === 0,
    );
  });

  test("a fix is offered and applied", async () => {
    const document = await open(wrong);
    const [problem] = await until(
      () => problemsOf(document),
      (found) => found.length === 1,
    );
    const actions = await ask<CodeAction[]>("CodeAction", document.uri, problem!.range, "quickfix");
    const fix = actions.find(({ title }) => title.includes("12544"));
    if (!fix?.edit) throw new Error(`no fix with an edit among ${actions.map(({ title }) => title).join(", ")}`);
    equal(await workspace.applyEdit(fix.edit), true);
    contains(document.getText(), "in_features: 12544");
    await until(
      () => errorsOf(document).length,
      (count) => count === 0,
    );
  });

  test("the summary is a page that follows the model", async () => {
    const document = await open(deck);
    await statusOf(document);
    await window.showTextDocument(document);
    await commands.executeCommand("convlint.showSummary");
    const page = await until(
      () => workspace.textDocuments.find(({ uri }) => uri.scheme === "convlint-summary"),
      (found) => found !== undefined,
    );
    contains(page!.getText(), "255,632");
  });

  test("the quiz has one card after another", async () => {
    const first = await commands.executeCommand<Card>("convlint.quiz.next", {});
    const second = await commands.executeCommand<Card>("convlint.quiz.next", { after: first.id });
    equal(first.id === second.id, false);
    equal(
      [first, second].every(({ question, answer }) => question !== "" && answer !== ""),
      true,
    );
    const quiz = commands.executeCommand("convlint.quiz");
    const { asked } = await api();
    await until(asked, (now) => now !== undefined);
    await commands.executeCommand("workbench.action.closeQuickOpen");
    await quiz;
  });

  test("a restarted server knows what is open", async () => {
    const document = await open(wrong);
    await until(
      () => problemsOf(document).length,
      (count) => count === 1,
    );
    await commands.executeCommand("convlint.restartServer");
    await until(
      () => problemsOf(document).length,
      (count) => count === 1,
    );
    contains(await hoverText(document, "Conv2d"), "28");
  });
});

readingSuite();
structureSuite();
changingSuite();
commentsSuite();
controlSuite();
clientSuite();
languageSuite();
besideSuite();
convertSuite();
exportSuite();
pythonSuite();
guessesSuite();
quizSuite();
decksSuite();
reviewSuite();
schemesSuite();

interface Card {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

async function replace(document: TextDocument, word: string, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  const start = at(document, word);
  await editor.edit((edit) => edit.replace(new Range(start, at(document, word, word.length)), text));
}
