// Beside the YAML extension nothing appears twice, and without it nothing is missing. Runs with it and without it.
import {
  type CompletionList,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type TextEdit,
} from "vscode";
import { ask, at, completionName, contains, equal, isBesideYaml, open, problemsOf, until } from "./support";
import { deck } from "./texts";

export function besideSuite(): void {
  suite("beside other extensions", cases);
}

function cases(): void {
  test("a text that is no YAML is called so once", async () => {
    const document = await open(deck.replace("bias: false }\n    name: stem", "bias: false\n    name: stem"));
    const problems = () => problemsOf(document);
    await until(
      () => problems().filter(({ source, code }) => source !== "convlint" || code !== undefined),
      (found) => found.length > 0,
    );
    await settled(() => problems().length);
    const syntax = problems().filter(({ source, code }) => source !== "convlint" || idOf(code) === "syntax");
    // The other one tells the first mistake and what follows from it.
    const tellers = syntax.map(({ source }) => (source === "convlint" ? "we" : "they"));
    equal([...new Set(tellers)], [isBesideYaml() ? "they" : "we"]);
  });

  test("a mistake that only we know is told beside it", async () => {
    const document = await open(deck.replace("kernel_size: 3", "kernel_size: 99"));
    const [problem] = await until(
      () => problemsOf(document),
      (found) => found.length > 0,
    );
    equal(problem!.source, "convlint");
  });

  test("there is one outline", async () => {
    const document = await open(deck);
    const symbols = await until(
      () => ask<DocumentSymbol[] | undefined>("DocumentSymbol", document.uri),
      (found) => (found?.length ?? 0) > 0,
    );
    const names = (symbols ?? []).map(({ name }) => name);
    equal(names, [...new Set(names)]);
    const all = (list: readonly DocumentSymbol[]): string[] =>
      list.flatMap(({ range, name, children }) => [`${range.start.line} ${name}`, ...all(children)]);
    const lines = all(symbols ?? []);
    equal(lines, [...new Set(lines)]);
  });

  test("every part folds once", async () => {
    const document = await open(deck);
    const ranges = await until(
      () => ask<FoldingRange[] | undefined>("FoldingRange", document.uri),
      (found) => (found?.length ?? 0) > 0,
    );
    const starts = (ranges ?? []).map(({ start }) => start);
    equal(starts, [...new Set(starts)]);
  });

  test("one formatter puts the blanks right", async () => {
    const document = await open(deck.replace("{ out_channels: 16,", "{   out_channels: 16,"));
    await until(
      () => ask<TextEdit[] | undefined>("FormatDocument", document.uri, { tabSize: 2, insertSpaces: true }),
      (found) => (found?.length ?? 0) > 0,
    );
    await commands.executeCommand("editor.action.formatDocument"); // a second one would make the editor ask which
    await until(
      () => document.getText(),
      (text) => text.includes("{ out_channels: 16,"),
    );
  });

  test("a name is completed once", async () => {
    const document = await open(`${deck}  - Ma\n`);
    const { items } = await until(
      () => ask<CompletionList>("CompletionItem", document.uri, at(document, "- Ma", 4)),
      (list) => list.items.some((item) => completionName(item) === "MaxPool2d"),
    );
    const names = items.map(completionName);
    equal(names.filter((name) => name === "MaxPool2d").length, 1);
  });

  test("a layer has one hover", async () => {
    const document = await open(deck);
    const hovers = await until(
      () => ask<Hover[]>("Hover", document.uri, at(document, "Conv2d", 1)),
      (found) => found.length > 0,
    );
    equal(hovers.length, 1);
    contains((hovers[0]!.contents[0] as { value: string }).value, "16, 30, 30");
  });
}

const idOf = (code: unknown): unknown => Object(code).value ?? code;

/** Until a number has not changed for a second: of what is not to come, nobody tells that it does not. */
async function settled(count: () => number): Promise<void> {
  let [last, since] = [count(), Date.now()];
  await until(
    () => {
      if (count() !== last) [last, since] = [count(), Date.now()];
      return Date.now() - since;
    },
    (quiet) => quiet > 1000,
  );
}
