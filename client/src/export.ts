import { l10n, window, workspace } from "vscode";
import { activeModel, orTellWhy } from "./active-model";
import { EXPORT } from "./protocol";
import type { Session } from "./session";
import type { Statuses } from "./statuses";

interface Exported {
  readonly language: string;
  readonly content: string;
}

/** Opens the model in the active editor, at the size that is looked at, as a program or a drawing; nothing is written. */
export async function exportModel(session: Session, statuses: Statuses): Promise<void> {
  const { status } = activeModel(statuses) ?? {};
  if (!status) return;
  const forms = [
    { label: "PyTorch", description: l10n.t("a program that builds it"), form: "pytorch" },
    { label: "Keras", description: l10n.t("a program that builds it"), form: "keras" },
    { label: "SVG", description: l10n.t("a picture"), form: "svg" },
    { label: "Mermaid", description: l10n.t("a flowchart for Markdown"), form: "mermaid" },
    { label: "DOT", description: l10n.t("the graph for Graphviz"), form: "dot" },
    { label: "JSON", description: l10n.t("the graph for a script"), form: "json" },
    { label: "CSV", description: l10n.t("the rows of the summary"), form: "csv" },
  ];
  const chosen = await window.showQuickPick(forms, { title: l10n.t("Export the model as") });
  if (!chosen) return;
  await orTellWhy(async () => {
    const made = await session.run<Exported>(EXPORT, status.uri, chosen.form, status.scale ?? undefined);
    await window.showTextDocument(await workspace.openTextDocument(made));
  });
}
