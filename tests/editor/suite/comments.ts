// What stands in comments: words that are completed, a problem that is not to be told, a card.
import { type CodeAction, type CompletionItem, type CompletionList, workspace } from "vscode";
import { ask, at, completionName, contains, equal, errorsOf, lineEnd, open, problemsOf, until } from "./support";
import { blocks } from "./texts";

export const commentsSuite = (): void => {
  suite("comments", () => {
    test("words that switch something off are completed, with the ids of what is found there", async () => {
      equal((await completed(`${blocks}# con`, "# con")).includes("convlint-disable-file"), true);
      const ids = await completed(blocks.replace("- ReLU", "- Relu # convlint-disable-line "), "disable-line ");
      equal(ids[0], "unknown-operator");
    });

    test("a problem is silenced by a comment in its line", async () => {
      const document = await open(blocks.replace("- ReLU", "- Relu"));
      const [problem] = await until(
        () => errorsOf(document),
        (found) => found.length > 0,
      );
      const actions = await ask<CodeAction[]>("CodeAction", document.uri, problem!.range, "quickfix", 30);
      const silence = actions.find(({ title }) => /^Disable .* for this line$/.test(title));
      if (!silence?.edit) throw new Error(`nothing silences among ${actions.map(({ title }) => title).join(", ")}`);
      equal(await workspace.applyEdit(silence.edit), true);
      contains(document.getText(), "# convlint-disable-line ");
      await until(
        () => problemsOf(document).map(({ code }) => (code as { readonly value: string }).value),
        (ids) => !ids.includes((problem!.code as { readonly value: string }).value),
      );
    });

    test("a card is put where a comment asks for one", async () => {
      const names = await completed(blocks.replace("  - Stage", "  # qui\n  - Stage"), "# qui");
      equal(
        names.some((name) => name.startsWith("quiz: ")),
        true,
      );
    });
  });
};

/** What is offered behind the first place of some words, which end their line. */
async function completed(text: string, words: string): Promise<readonly string[]> {
  const document = await open(text);
  const end = lineEnd(document, at(document, words));
  const names = ({ items }: CompletionList) => items.map((item: CompletionItem) => completionName(item));
  return until(
    async () => names(await ask<CompletionList>("CompletionItem", document.uri, end)),
    (found) => found.length > 0,
  );
}
