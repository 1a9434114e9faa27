import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { ZOO, type ZooModel } from "./protocol";
import type { Session } from "./session";
import { totalsText } from "./status-text";
import { openUntitled } from "./untitled";

interface Choice extends QuickPickItem {
  readonly id?: string;
}

/** Offers published networks with their totals, and opens a copy of the one that is chosen, unsaved. */
export async function newFromZoo(session: Session): Promise<void> {
  const models = await session.run<readonly ZooModel[]>(ZOO);
  const picked = await window.showQuickPick(choices(models), {
    title: l10n.t("New model from the zoo"),
    placeHolder: l10n.t("Published networks, as a start for one of your own"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.id !== undefined) await openUntitled(picked.id, ".cnn.yaml", await session.run<string>(ZOO, picked.id));
}

const choices = (models: readonly ZooModel[]): readonly Choice[] =>
  [...new Set(models.map(({ framework }) => framework))].flatMap((framework) => [
    { label: framework, kind: QuickPickItemKind.Separator },
    ...models
      .filter((model) => model.framework === framework)
      .map((model) => ({
        id: model.id,
        label: model.title,
        description: totalsText(model, l10n),
        detail: model.shows,
      })),
  ]);
