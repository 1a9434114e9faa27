import { l10n, type QuickPickItem, window } from "vscode";
import { type ModelStatus, SET_SCALE } from "./protocol";
import type { Session } from "./session";
import { totalsAt, totalsText } from "./status-text";
import type { Statuses } from "./statuses";

/** Asks for a scale of the model in the active editor and hands it to the server, which then speaks of that one. */
export async function changeScale(session: Session, statuses: Statuses): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  const status = uri && statuses.statusOf(uri);
  if (!status || status.scales.length === 0) {
    void window.showInformationMessage(l10n.t("The file in the editor is no model with scales."));
    return;
  }
  const picked = await window.showQuickPick(
    status.scales.map((scale) => itemOf(status, scale)),
    {
      title: status.isProgram ? l10n.t("Model of the program") : l10n.t("Scale of the model"),
      placeHolder: status.isProgram
        ? l10n.t("Shapes, counts and hints are shown of the model you choose")
        : l10n.t("Shapes, counts and hints are shown at the scale you choose"),
    },
  );
  if (picked) await session.run(SET_SCALE, status.uri, picked.label);
}

function itemOf(status: ModelStatus, scale: string): QuickPickItem {
  const totals = totalsAt(status, scale);
  const shown = scale === status.scale ? l10n.t("shown now") : "";
  return { label: scale, description: [totals && totalsText(totals, l10n), shown].filter(Boolean).join(" · ") };
}
