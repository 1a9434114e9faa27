import { l10n, Range, type TextEditor, window } from "vscode";
import { GUESSES, PREDICT } from "./protocol";
import type { Session } from "./session";
import type { Statuses } from "./statuses";

/** As the server writes it. */
interface Edits {
  readonly version: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The layers of the model in the active editor ask for what they give, or show it again. */
export async function predictShapes(session: Session, statuses: Statuses): Promise<void> {
  const editor = modelIn(statuses);
  if (!editor) return;
  const { uri, languageId } = editor.document;
  if (/^jsonc?$/.test(languageId)) {
    void window.showInformationMessage(l10n.t("Guesses are written in comments, which a JSON file has none of."));
    return;
  }
  const predicts = !statuses.statusOf(uri)?.predicts;
  await session.run(PREDICT, uri.toString(), predicts);
  if (predicts)
    void window.showInformationMessage(
      l10n.t("Write what a layer gives behind it: #? [16, 30, 30], or #? 144 for its parameters."),
    );
}

/** Writes the answer in the place of the guess in the line of the cursor, or takes all guesses out. */
export async function changeGuesses(session: Session, statuses: Statuses, what: "reveal" | "remove"): Promise<void> {
  const editor = modelIn(statuses);
  if (!editor) return;
  const { document, selection } = editor;
  const at = what === "reveal" ? selection.active.line : undefined;
  const { version, edits } = await session.run<Edits>(GUESSES, document.uri.toString(), what, at);
  if (!edits.length) {
    const none = l10n.t("There is no guess behind this layer: one begins with #?.");
    void window.showInformationMessage(what === "reveal" ? none : l10n.t("There is no guess in this model."));
  } else if (version === document.version)
    await editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(rangeOf(range), newText);
    });
}

function modelIn(statuses: Statuses): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor && statuses.statusOf(editor.document.uri)) return editor;
  void window.showInformationMessage(l10n.t("The file in the editor is no model."));
  return undefined;
}

const rangeOf = ({ start, end }: Range): Range => new Range(start.line, start.character, end.line, end.character);
