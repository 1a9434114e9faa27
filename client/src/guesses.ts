import { l10n, Range, window } from "vscode";
import { activeModel, orTellWhy } from "./active-model";
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
  const { status } = activeModel(statuses) ?? {};
  if (!status) return;
  const predicts = !status.predicts;
  await orTellWhy(async () => {
    await session.run(PREDICT, status.uri, predicts);
    if (predicts)
      void window.showInformationMessage(
        l10n.t("Write what a layer gives behind it: #? [16, 30, 30], or #? 144 for its parameters."),
      );
  });
}

/** Writes the answer in the place of the guess in the line of the cursor, or takes all guesses out. */
export async function changeGuesses(session: Session, statuses: Statuses, what: "reveal" | "remove"): Promise<void> {
  const { editor } = activeModel(statuses) ?? {};
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

const rangeOf = ({ start, end }: Range): Range => new Range(start.line, start.character, end.line, end.character);
