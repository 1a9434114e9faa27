import { window, workspace } from "vscode";
import { activeModel, orTellWhy } from "./active-model";
import { TO_NATIVE } from "./protocol";
import type { Session } from "./session";
import type { Statuses } from "./statuses";

/** Opens the model in the active editor, at the size that is looked at, in the native format; nothing is written. */
export async function convertToNative(session: Session, statuses: Statuses): Promise<void> {
  const { status } = activeModel(statuses) ?? {};
  if (!status) return;
  await orTellWhy(async () => {
    const content = await session.run<string>(TO_NATIVE, status.uri, status.scale ?? undefined);
    await window.showTextDocument(await workspace.openTextDocument({ language: "yaml", content }));
  });
}
