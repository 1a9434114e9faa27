import { commands, type Diagnostic, Position, Selection, type TextDocument, window } from "vscode";
import { equal, hintsOf, hintText, open, problemsOf, textAt, until } from "./support";

const model = `input: [1, 32, 32]
layers:
  - Conv2d: { out_channels: 16, kernel_size: 3 } #? [16, 32, 32]
  - ReLU
  - MaxPool2d: { kernel_size: 2 } #? [16, 15, 15]
`;

export const guessesSuite = (): void => {
  suite("Guesses", () => {
    test("a guess is graded, right and wrong, shapes are asked for, and the answer is revealed", async () => {
      const document = await open(model);
      const problems = (): readonly Diagnostic[] => problemsOf(document).filter(({ code }) => code === "guess");
      const [wrong] = await until(problems, (found) => found.length === 1);
      equal(textAt(document, wrong!.range), "[16, 32, 32]");
      equal((await labels(document)).includes("→ [16, 30, 30]"), true);

      await commands.executeCommand("convlint.predictShapes");
      const asked = await until(
        () => labels(document),
        (found) => found.includes("→ ?"),
      );
      equal(asked, ["→ ?", "✓ ⌊(30 + 2·0 − 2) / 2⌋ + 1 = 15"]);

      window.activeTextEditor!.selection = new Selection(new Position(2, 0), new Position(2, 0));
      await commands.executeCommand("convlint.revealGuess");
      await until(
        () => document.lineAt(2).text,
        (line) => line.endsWith("#? [16, 30, 30]"),
      );
      await until(problems, (found) => found.length === 0);
      await commands.executeCommand("convlint.removeGuesses");
      await until(
        () => document.getText(),
        (text) => !text.includes("#?"),
      );
      await commands.executeCommand("convlint.predictShapes");
      await until(
        () => labels(document),
        (found) => found.length === 3 && !found.includes("→ ?"),
      );
    });
  });
};

const labels = async (document: TextDocument): Promise<readonly string[]> => (await hintsOf(document)).map(hintText);
