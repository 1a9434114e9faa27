import { commands, type LogOutputChannel, type Uri, window } from "vscode";

/** Opens a Markdown document as a page; where the editor has no Markdown preview (a bare web workbench), as text. */
export async function showMarkdown(uri: Uri, log: LogOutputChannel): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreview", uri);
  } catch (error) {
    log.info(`no markdown preview here (${error instanceof Error ? error.message : error}), showing the text instead`);
    await window.showTextDocument(uri, { preview: true });
  }
}
