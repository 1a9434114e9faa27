import { commands, TabInputWebview, window } from "vscode";
import { equal, until } from "./support";

interface Due {
  readonly card: { readonly key: string } | null;
  readonly counts: { readonly new: number };
  readonly problems: readonly string[];
  readonly unwritten: number;
}

const run = <T>(command: string, first: object): Thenable<T> =>
  commands.executeCommand<T>(`convlint.quiz.${command}`, first);

export const reviewSuite = (): void => {
  suite("Reviews", () => {
    test("the panel opens once, and an answer stands in the log of the window", async () => {
      await commands.executeCommand("convlint.review");
      await commands.executeCommand("convlint.review");
      await until(
        () => panels("convlint.review"),
        (found) => found === 1,
      );
      const before = await run<Due>("due", {});
      const after = await run<Due>("answer", { card: before.card!.key, grade: 4, took: 1000 });
      equal([after.unwritten, after.problems, after.counts.new], [0, [], before.counts.new - 1]);
      const last = await run<Due>("answer", { card: after.card!.key, grade: 3 });
      equal([last.unwritten, last.problems], [0, []]);

      await commands.executeCommand("convlint.showQuizStatistics");
      await commands.executeCommand("convlint.showQuizStatistics");
      await until(
        () => panels("convlint.statistics"),
        (found) => found === 1,
      );
      await commands.executeCommand("workbench.action.closeActiveEditor");

      await commands.executeCommand("convlint.restartServer");
      equal((await run<Due>("due", {})).counts.new, before.counts.new - 2);
      await commands.executeCommand("workbench.action.closeActiveEditor");
      await until(
        () => panels("convlint.review"),
        (found) => found === 0,
      );
    });
  });
};

const panels = (type: string): number =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(type)).length;
