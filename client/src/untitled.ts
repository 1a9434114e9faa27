import { Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from "vscode";

/** Opens a text that is not saved yet. In a folder on disk it has a name to be saved under; anywhere else the editor asks for one. */
export async function openUntitled(name: string, ending: string, content: string): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder?.uri.scheme !== "file") {
    const nameless = await workspace.openTextDocument({ language: "yaml", content });
    await window.showTextDocument(nameless);
    return nameless;
  }
  const target = await freeName(folder.uri, name, ending);
  const document = await workspace.openTextDocument(target.with({ scheme: "untitled" }));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), content);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
  return document;
}

/** `resnet18.cnn.yaml`, or with a number where that is taken. */
async function freeName(folder: Uri, name: string, ending: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, `${name}${number > 1 ? `-${number}` : ""}${ending}`);
    const open = workspace.textDocuments.some((one) => one.uri.path === uri.path);
    const taken = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!open && !taken) return uri;
  }
}
