import { commands, languages, type TextDocument, window } from "vscode";
import { api, contains, equal, open, until } from "./support";
import { detector } from "./texts";

export const convertSuite = (): void => {
  suite("Conversion", () => {
    test("a model of rows is opened in the native format, as the same model", async () => {
      const { statusOf } = await api();
      const document = await open(detector);
      const before = await until(
        () => statusOf(document.uri),
        (status) => status !== undefined,
      );
      await commands.executeCommand("convlint.convertToNative");
      const made: TextDocument = await until(
        () => window.activeTextEditor!.document,
        (now) => now !== document,
      );
      contains(made.getText(), "layers:");
      const after = await until(
        () => statusOf(made.uri),
        (status) => status !== undefined,
      );
      const [totals] = after!.totals;
      const same = before!.totals.find(({ scale }) => scale === before!.scale);
      equal(totals!.parameters, same!.parameters);
      equal(totals!.macs, same!.macs);
      equal(
        languages.getDiagnostics(made.uri).filter(({ severity }) => severity === 0),
        [],
      );
    });
  });
};
