// Ways through a model: outline, folding, symbols, references, hierarchy, links, and new names.
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type Range,
  type SymbolInformation,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from "vscode";
import { ask, at, contains, equal, isBesideYaml, lacks, open, statusOf, textAt, until } from "./support";
import { blocks, foreign } from "./texts";

export function structureSuite(): void {
  suite("ways through a model", cases);
}

function cases(): void {
  test("the outline has layers with what they give, and blocks", async () => {
    const document = await open(blocks);
    const symbols = await until(
      () => ask<DocumentSymbol[] | undefined>("DocumentSymbol", document.uri),
      (found) => (found?.length ?? 0) > 0,
    );
    const all = flat(symbols ?? []).map(({ name, detail }) => `${name} ${detail}`);
    equal(all.includes("stem Conv2d → [8, 30, 30]"), !isBesideYaml());
    equal(
      all.some((one) => one.startsWith("Stage ")),
      !isBesideYaml() || all.includes("Stage "),
    );
  });

  test("lists and blocks fold", async () => {
    const document = await open(blocks);
    const ranges = await until(
      () => ask<FoldingRange[] | undefined>("FoldingRange", document.uri),
      (found) => (found?.length ?? 0) > 0,
    );
    const starts = (ranges ?? []).map(({ start }) => document.lineAt(start).text.trim());
    for (const line of ["layers:", "blocks:", "Stage:"]) equal([line, starts.includes(line)], [line, true]);
  });

  test("what is no model folds as it does without us", async () => {
    await statusOf(await open(blocks));
    const [services] = foreign;
    const folds = await ask<FoldingRange[] | undefined>("FoldingRange", (await open(services!)).uri);
    equal((folds?.length ?? 0) > 0, true);
  });

  test("layers are found by name across models", async () => {
    const document = await open(blocks.replaceAll("stem", "entrance"));
    const found = await until(
      () => ask<SymbolInformation[]>("WorkspaceSymbol", "entrance"),
      (symbols) => symbols.length > 0,
    );
    equal(found[0]!.name, "entrance");
    equal(found[0]!.location.uri.toString(), document.uri.toString());
  });

  test("a name leads to all who use it, and lights them up", async () => {
    const document = await open(blocks);
    const places = await until(
      () => ask<Location[]>("Reference", document.uri, at(document, "stem")),
      (found) => found.length > 0,
    );
    const wordsOf = (all: readonly { readonly range: Range }[]) =>
      all.map(({ range }) => textAt(document, range)).sort();
    equal(wordsOf(places), ["Stage", "stem", "stem"]); // the next row reads it too
    const lit = await commands.executeCommand<DocumentHighlight[]>(
      "vscode.executeDocumentHighlights",
      document.uri,
      at(document, "stem"),
    );
    equal(wordsOf(lit), ["Stage", "stem", "stem"]);
  });

  test("a layer is renamed wherever it stands", async () => {
    const document = await open(blocks);
    const place = at(document, "stem", 2);
    const { placeholder } = await until(
      () => commands.executeCommand<{ range: Range; placeholder: string }>("vscode.prepareRename", document.uri, place),
      (found) => found !== undefined,
    );
    equal(placeholder, "stem");
    const edit = await renamed(document, place, "entrance");
    equal(await workspace.applyEdit(edit), true);
    contains(document.getText(), "name: entrance");
    contains(document.getText(), "from: [entrance, -1]");
    lacks(document.getText(), "stem");
  });

  test("a name that cannot be is refused with the reason", async () => {
    const document = await open(blocks);
    const place = at(document, "stem", 2);
    await until(
      () => ask<Location[]>("Reference", document.uri, place),
      (found) => found.length > 0,
    );
    const reason = await renamed(document, place, "two words").then(
      () => "",
      (error) => String(error),
    );
    contains(reason, "two words");
  });

  test("a layer tells who feeds it and who reads it", async () => {
    const document = await open(blocks);
    const [stem] = await until(
      () =>
        commands.executeCommand<CallHierarchyItem[] | undefined>(
          "vscode.prepareCallHierarchy",
          document.uri,
          at(document, "Conv2d"),
        ),
      (found) => (found?.length ?? 0) > 0,
    ).then((found) => found ?? []);
    const feeders = await commands.executeCommand<CallHierarchyIncomingCall[]>("vscode.provideIncomingCalls", stem);
    const readers = await commands.executeCommand<CallHierarchyOutgoingCall[]>("vscode.provideOutgoingCalls", stem);
    equal(
      feeders.map(({ from }) => from.name),
      ["input"],
    );
    equal(
      readers.map(({ to }) => to.detail),
      ["Stage → [8, 30, 30]", "Add → [8, 30, 30]"],
    );
  });

  test("operators and ids in comments lead to their pages", async () => {
    const document = await open(blocks.replace("- ReLU", "- ReLU # convlint-disable-line bias-before-norm"));
    const links = await until(
      () => ask<DocumentLink[]>("Link", document.uri),
      (found) => found.length > 0,
    );
    const targetOf = (word: string) =>
      links.find(({ range }) => textAt(document, range) === word)?.target?.toString(true) ?? "";
    contains(targetOf("Conv2d"), "Conv2d.md");
    contains(targetOf("bias-before-norm"), "bias-before-norm.md");
  });
}

const flat = (symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);

const renamed = async (document: TextDocument, place: unknown, name: string): Promise<WorkspaceEdit> =>
  ask<WorkspaceEdit>("DocumentRename", document.uri, place, name);
