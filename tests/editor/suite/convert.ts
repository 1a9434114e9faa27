import { commands, type TextDocument, window } from "vscode";
import { contains, equal, errorsOf, open, statusOf, until } from "./support";
import { detector } from "./texts";

export const convertSuite = (): void => {
  suite("Conversion", () => {
    test("a model of rows is opened in the native format, as the same model", async () => {
      const document = await open(detector);
      const before = await statusOf(document);
      await commands.executeCommand("convlint.convertToNative");
      const made: TextDocument = await until(
        () => window.activeTextEditor!.document,
        (now) => now !== document,
      );
      contains(made.getText(), "layers:");
      const after = await statusOf(made);
      const [totals] = after.totals;
      const same = before.totals.find(({ scale }) => scale === before.scale);
      equal(totals!.parameters, same!.parameters);
      equal(totals!.macs, same!.macs);
      equal(after.errors, 0);
      equal(errorsOf(made), []);
    });
  });
};
