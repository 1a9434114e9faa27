import { l10n, type QuickPickItem, QuickPickItemKind, Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { ZOO, type ZooModel } from "./protocol";
import type { Session } from "./session";
import { totalsText } from "./status-text";

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
  if (picked?.id !== undefined) await openAs(picked.id, await session.run<string>(ZOO, picked.id));
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

/** In a folder on disk the copy has a name to be saved under; anywhere else the editor asks for one. */
async function openAs(id: string, content: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder?.uri.scheme !== "file") {
    await window.showTextDocument(await workspace.openTextDocument({ language: "yaml", content }));
    return;
  }
  const target = await freeName(folder.uri, id);
  const document = await workspace.openTextDocument(target.with({ scheme: "untitled" }));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), content);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}

/** `resnet18.cnn.yaml`, or with a number where that is taken. */
async function freeName(folder: Uri, id: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, `${id}${number > 1 ? `-${number}` : ""}.cnn.yaml`);
    const open = workspace.textDocuments.some((one) => one.uri.path === uri.path);
    const taken = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!open && !taken) return uri;
  }
}
