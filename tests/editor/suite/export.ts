import { commands, type TextDocument, window } from "vscode";
import { contains, equal, open, problemsOf, statusOf, until } from "./support";
import { blocks } from "./texts";

export const exportSuite = (): void => {
  suite("Export", () => {
    test("a model is opened as a program for PyTorch, which is the same model and has no problem", async () => {
      const document = await open(blocks);
      const before = await statusOf(document);
      const exporting = commands.executeCommand("convlint.export");
      const made: TextDocument = await until(
        async () => {
          // PyTorch is the first that there is to choose.
          await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
          return window.activeTextEditor!.document;
        },
        (now) => now !== document,
      );
      await exporting;
      equal(made.languageId, "python");
      contains(made.getText(), "class Stage(nn.Module):");
      contains(made.getText(), "Stage(8, 16)");
      const after = await statusOf(made);
      const [[was], [is]] = [before.totals, after.totals];
      equal([is!.parameters, is!.macs, after.errors], [was!.parameters, was!.macs, 0]);
      equal(problemsOf(made), []);
    });
  });
};
