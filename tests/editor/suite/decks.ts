// Decks of somebody's own: read from another program, and a lesson gone through above its model.
import { commands, type Disposable, Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import lesson from "../../../examples/lessons/first-network.cards.yaml";
import { provideFiles, scheme } from "./memory-files";
import { api, contains, equal, until } from "./support";

export const decksSuite = (): void => {
  suite("Decks", () => {
    let files: Disposable;
    suiteSetup(() => {
      files = provideFiles({
        "/decks/table.csv": "question,answer\nOne?,Yes\nTwo?,\n",
        "/decks/a-network.cards.yaml": lesson,
      });
    });
    suiteTeardown(() => files.dispose());

    test("a table is opened as a deck that is not saved yet", async () => {
      await commands.executeCommand("convlint.importDeck", Uri.from({ scheme, path: "/decks/table.csv" }));
      const made = await until(
        () => window.activeTextEditor?.document.getText() ?? "",
        (text) => text.startsWith("name: table\n"),
      );
      contains(made, "question: One?");
    });

    test("a lesson says what is still wrong while its model grows", async () => {
      const { asked } = await api();
      // A window without a folder knows the decks that are open in it.
      await window.showTextDocument(Uri.from({ scheme, path: "/decks/a-network.cards.yaml" }));
      const started = commands.executeCommand("convlint.startLesson", { deck: "a-network" });
      const lines = (wanted: string) => until(asked, (now) => now?.lines.includes(wanted) === true);
      await lines("Show answer");
      await started;
      const { document } = window.activeTextEditor!;
      contains(document.getText(), "input: [1, 32, 32]");
      await press();
      await lines("Next step");
      await press();
      await lines("there is no Conv2d in the model yet");
      await write(document.uri, "  - Conv2d: { out_channels: 16, kernel_size: 5 }\n");
      await lines("Conv2d #0 gives [16, 28, 28], not [16, 30, 30]");
      await write(document.uri, "  - Conv2d: { out_channels: 16, kernel_size: 3 }\n");
      await lines("Next step");
      equal(asked()!.title, "A first network: step 2 of 8");
      await commands.executeCommand("workbench.action.closeQuickOpen");
      await until(asked, (now) => now === undefined);
    });
  });
};

/** Enter, once what is shown can take it. */
async function press(): Promise<void> {
  const { asked } = await api();
  const before = asked();
  await until(
    async () => {
      await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      await new Promise((resolve) => setTimeout(resolve, 300));
      return asked() !== before;
    },
    (gone) => gone,
  );
}

/** The list of layers is these lines. */
async function write(uri: Uri, layers: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const start = document.positionAt(document.getText().indexOf("layers:\n") + "layers:\n".length);
  const edit = new WorkspaceEdit();
  edit.replace(uri, document.validateRange(new Range(start.line, 0, document.lineCount, 0)), layers);
  await workspace.applyEdit(edit);
}
