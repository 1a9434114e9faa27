import { window, workspace } from "vscode";
import content from "./sample.cnn.yaml";

/** A small network with one mistake in it, unsaved, so that nothing is written before somebody wants to keep it. */
export async function openSample(): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: "yaml", content }));
}
