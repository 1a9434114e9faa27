// What is told of a model where it stands: on hover, behind rows, in lenses, in completion.
import {
  type CodeLens,
  type CompletionList,
  commands,
  type Location,
  type LocationLink,
  Selection,
  type SemanticTokens,
  window,
} from "vscode";
import {
  ask,
  at,
  completionName,
  contains,
  equal,
  hintsOf,
  hintText,
  hoverText,
  lineEnd,
  open,
  statusOf,
  until,
} from "./support";
import { deck, detector, unfinished } from "./texts";

export function languageSuite(): void {
  suite("what is told of a model", cases);
}

function cases(): void {
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
    contains(hintText(first!), "→ [16, 30, 30] · 144");
    equal(first!.position, lineEnd(document, first!.position));
  });

  test("what is known stays known while a row is half typed", async () => {
    const document = await open(`${deck}  - Conv2d: { out_chan\n`);
    const hints = await until(
      () => hintsOf(document),
      (found) => found.length >= 4,
    );
    contains(hints.map(hintText).join(), "→ [10]");
  });

  test("a completion is offered on broken text and accepted", async () => {
    const document = await open(unfinished);
    const position = at(document, "kern", 4);
    const { items } = await until(
      () => ask<CompletionList>("CompletionItem", document.uri, position),
      (list) => list.items.some((item) => completionName(item) === "kernel_size"),
    );
    equal(
      items.some((item) => completionName(item) === "out_channels"),
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
    const { format, totals, scales } = await statusOf(await open(deck));
    equal(format, "convlint");
    equal(totals[0]?.parameters, "255,632");
    equal(totals[0]?.macs, "3.99 M");
    equal(scales, []);
  });

  test("the scale can be changed", async () => {
    const document = await open(detector);
    equal((await statusOf(document)).scales, ["n", "s"]);
    await commands.executeCommand("convlint.setScale", document.uri.toString(), "s");
    await until(
      async () => (await statusOf(document)).scale,
      (scale) => scale === "s",
    );
    await until(
      async () => (await hintsOf(document)).map(hintText).join(),
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
}
