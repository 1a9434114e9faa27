// The tests. They use only what both extension hosts have, so the same file runs in Node and in a web worker.
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  DiagnosticSeverity,
  env,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  languages,
  type MarkdownString,
  Range,
  Selection,
  type SemanticTokens,
  type TextDocument,
  type Uri,
  version,
  window,
  workspace,
} from "vscode";
import { besideSuite } from "./beside";
import { changingSuite } from "./changing";
import { clientSuite } from "./client";
import { controlSuite } from "./control";
import { readingSuite } from "./reading";
import { schemesSuite } from "./schemes";
import { structureSuite } from "./structure";
import { api, ask, at, contains, equal, lineEnd, open, textAt, until } from "./support";
import { deck, detector, foreign, unfinished, wrong } from "./texts";

const where = typeof process === "object" && process.versions?.node ? `Node ${process.versions.node}` : "a web worker";

suite(`ConvLint, VS Code ${version}, ${where}, remote: ${env.remoteName ?? "none"}`, () => {
  test("nothing at all happens in other YAML files", async () => {
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

  test("a hover tells shapes and arithmetic", async () => {
    const document = await open(deck);
    const text = await until(
      () => hoverText(document, "Conv2d"),
      (found) => found !== "",
    );
    contains(text, "[16, 30, 30]");
    contains(text, "3·3·1·16 = 144");
    const argument = await hoverText(document, "kernel_size");
    contains(argument, "kernel_size");
  });

  test("hints stand behind the rows", async () => {
    const document = await open(deck);
    const hints = await until(
      () => hintsOf(document),
      (found) => found.length > 0,
    );
    const first = hints.find(({ position }) => position.line === at(document, "Conv2d").line);
    contains(labelOf(first!), "→ [16, 30, 30] · 144");
    equal(first!.position, lineEnd(document, first!.position));
  });

  test("what is known stays known while a row is half typed", async () => {
    const document = await open(`${deck}  - Conv2d: { out_chan\n`);
    const hints = await until(
      () => hintsOf(document),
      (found) => found.length >= 4,
    );
    contains(hints.map(labelOf).join(), "→ [10]");
  });

  test("a completion is offered on broken text and accepted", async () => {
    const document = await open(unfinished);
    const position = at(document, "kern", 4);
    const { items } = await until(
      () => ask<CompletionList>("CompletionItem", document.uri, position),
      (list) => list.items.some((item) => labelText(item.label) === "kernel_size"),
    );
    equal(
      items.some((item) => labelText(item.label) === "out_channels"),
      false, // it is written already
    );
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(position, position);
    await commands.executeCommand("editor.action.triggerSuggest");
    await until(
      async () => {
        await commands.executeCommand("acceptSelectedSuggestion");
        return document.getText();
      },
      (text) => text.includes("kernel_size"),
    );
  });

  test("the status knows the totals", async () => {
    const { statusOf } = await api();
    const document = await open(deck);
    const status = await until(
      () => statusOf(document.uri),
      (found) => found !== undefined,
    );
    equal(status?.format, "convlint");
    equal(status?.totals[0]?.parameters, "255,632");
    equal(status?.totals[0]?.macs, "3.99 M");
    equal(status?.scales, []);
  });

  test("the scale can be changed", async () => {
    const { statusOf } = await api();
    const document = await open(detector);
    const status = await until(
      () => statusOf(document.uri),
      (found) => found !== undefined,
    );
    equal(status?.scales, ["n", "s"]);
    await commands.executeCommand("convlint.setScale", document.uri.toString(), "s");
    await until(
      () => statusOf(document.uri)?.scale,
      (scale) => scale === "s",
    );
    await until(
      async () => (await hintsOf(document)).map(labelOf).join(),
      (text) => text.includes("[32, 320, 320]"),
    );
  });

  test("a lens carries the totals", async () => {
    const document = await open(deck);
    const lenses = await until(
      () => ask<CodeLens[]>("CodeLens", document.uri, 10),
      (found) => found.length > 0,
    );
    contains(lenses.map(({ command }) => command?.title).join(), "255,632");
  });

  test("a name leads to its layer", async () => {
    const document = await open(deck.replace("- Flatten", "- Flatten:\n    from: stem"));
    const places = await until(
      () => ask<(Location | LocationLink)[]>("Definition", document.uri, at(document, "from: stem", 7)),
      (found) => found.length > 0,
    );
    const [place] = places;
    equal(("targetRange" in place! ? place.targetRange : place!.range).start.line, at(document, "Conv2d").line);
  });

  test("operators have a colour of their own", async () => {
    const document = await open(deck);
    const tokens = await until(
      () => commands.executeCommand<SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri),
      (found) => (found?.data.length ?? 0) > 0,
    );
    equal(tokens.data.length % 5, 0);
  });

  test("the summary is a page that follows the model", async () => {
    const document = await open(deck);
    await until(
      async () => (await api()).statusOf(document.uri),
      (found) => found !== undefined,
    );
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
    await commands.executeCommand("convlint.quiz");
    await commands.executeCommand("workbench.action.closeQuickOpen");
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
controlSuite();
clientSuite();
besideSuite();
schemesSuite();

interface Card {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

const problemsOf = (document: TextDocument) => languages.getDiagnostics(document.uri);
/** Advice about the rest of the model may stand behind an error that goes. */
const errorsOf = (document: TextDocument) =>
  problemsOf(document).filter(({ severity }) => severity === DiagnosticSeverity.Error);

const labelText = (label: string | { label: string }): string => (typeof label === "string" ? label : label.label);

const labelOf = ({ label }: InlayHint): string =>
  typeof label === "string" ? label : label.map(({ value }) => value).join("");

const hintsOf = (document: TextDocument) =>
  ask<InlayHint[]>("InlayHint", document.uri, new Range(0, 0, document.lineCount, 0));

async function hoverText(document: TextDocument, word: string): Promise<string> {
  const hovers = await ask<Hover[]>("Hover", document.uri, at(document, word, 1));
  return hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join("\n");
}

async function replace(document: TextDocument, word: string, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  const start = at(document, word);
  await editor.edit((edit) => edit.replace(new Range(start, at(document, word, word.length)), text));
}
