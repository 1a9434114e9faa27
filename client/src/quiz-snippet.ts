import { l10n, type QuickPickItem, QuickPickItemKind, Range, window } from "vscode";
import { activeModel, orTellWhy } from "./active-model";
import { SNIPPETS } from "./protocol";
import type { Session } from "./session";
import type { Statuses } from "./statuses";

interface Snippets {
  readonly version: number;
  readonly snippets: readonly Snippet[];
}

interface Snippet {
  readonly id: string;
  readonly question: string;
  /** It is on the operator at the cursor. */
  readonly near: boolean;
  readonly edit: { readonly range: Range; readonly newText: string };
}

interface Item extends QuickPickItem {
  readonly snippet?: Snippet;
}

/** Writes a card into the model, as comments above the layer at the cursor. */
export async function insertQuizSnippet(session: Session, statuses: Statuses): Promise<void> {
  const { editor } = activeModel(statuses) ?? {};
  if (!editor) return;
  const { document, selection } = editor;
  await orTellWhy(async () => {
    const { line, character } = selection.active;
    const asked = [document.uri.toString(), { line, character }];
    const { version, snippets } = await session.run<Snippets>(SNIPPETS, ...asked);
    const picked = await window.showQuickPick(itemsOf(snippets), {
      title: l10n.t("Insert a flashcard"),
      placeHolder: l10n.t("It is written as comments above the layer at the cursor"),
      matchOnDescription: true,
    });
    if (!picked?.snippet || version !== document.version) return;
    const { range, newText } = picked.snippet.edit;
    const { start, end } = range;
    await editor.edit((builder) =>
      builder.replace(new Range(start.line, start.character, end.line, end.character), newText),
    );
    editor.revealRange(new Range(start.line, 0, start.line, 0));
  });
}

/** Those on the operator at the cursor first. */
function itemsOf(snippets: readonly Snippet[]): readonly Item[] {
  const items = (near: boolean): readonly Item[] =>
    snippets
      .filter((one) => one.near === near)
      .map((snippet) => ({ label: snippet.question, description: snippet.id, snippet }));
  const line = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
  const [near, others] = [items(true), items(false)];
  if (!near.length) return others;
  return [line(l10n.t("on the operator at the cursor")), ...near, line(l10n.t("others")), ...others];
}
