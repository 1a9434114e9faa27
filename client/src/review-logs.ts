import { type ExtensionContext, FileSystemError, FileType, l10n, Range, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { REVIEW_APPEND, REVIEW_LOG, REVIEW_LOGS, UNWRITTEN } from "./protocol";
import type { Session } from "./session";

/**
 * Every window has a log of its own, which nobody else writes: a file can only be written as a whole. The editor's own
 * name for a session does not do, since where nothing is reported to its makers it is the same in every window.
 */
export const device = `code-${crypto.randomUUID()}`;

export const folderOfLogs = (storage: Uri): Uri => Uri.joinPath(storage, "quiz");

/** Keeps the logs of reviews below the global storage of the extension, wherever that lies. */
export function answerReviewLogs(client: BaseLanguageClient, { globalStorageUri }: ExtensionContext): void {
  const folder = folderOfLogs(globalStorageUri);
  const own = `reviews-${device}.jsonl`;
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name)));
  let turn: Promise<unknown> = Promise.resolve();

  async function append(text: string): Promise<null> {
    await workspace.fs.createDirectory(folder);
    const file = Uri.joinPath(folder, own);
    const next = Uri.joinPath(folder, `reviews-${device}-next.jsonl`);
    const before = await read(own).catch(instead(""));
    // Written beside and put in its place, so that whoever is stopped in the middle leaves one of both whole.
    await workspace.fs.writeFile(next, new TextEncoder().encode(before + text));
    await workspace.fs.rename(next, file, { overwrite: true });
    return null;
  }

  client.onRequest(REVIEW_LOGS, async () => {
    const none: [string, FileType][] = [];
    const found = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(instead(none));
    const logs = found.filter(([name, type]) => type === FileType.File && name.endsWith(".jsonl"));
    const all = logs.map(async ([name]) => {
      // Another window may have put it in its place since.
      const stat = await Promise.resolve(workspace.fs.stat(Uri.joinPath(folder, name))).catch(instead(undefined));
      return stat ? [{ name, version: `${stat.size} ${stat.mtime}` }] : [];
    });
    return (await Promise.all(all)).flat();
  });
  client.onRequest(REVIEW_LOG, async ({ name }: { readonly name: string }) => {
    if (!/^[^/\\]+\.jsonl$/.test(name)) throw new Error(`${name} is no log`);
    return { text: await read(name) };
  });
  client.onRequest(REVIEW_APPEND, ({ text }: { readonly text: string }) => {
    const done = turn.then(() => append(text));
    turn = done.catch(() => undefined);
    return done;
  });
}

const isMissing = (error: unknown): boolean => error instanceof FileSystemError && error.code === "FileNotFound";

/** What stands for a file or a folder that is not there. */
const instead =
  <T>(nothing: T) =>
  (error: unknown): T => {
    if (isMissing(error)) return nothing;
    throw error;
  };

/** A log at a line that cannot be read. */
export async function openLog(folder: Uri, file: string, line: number): Promise<void> {
  const document = await workspace.openTextDocument(Uri.joinPath(folder, file));
  const { range } = document.lineAt(Math.min(line, document.lineCount) - 1);
  await window.showTextDocument(document, { selection: new Range(range.start, range.end) });
}

/** Writes answers that no log has taken to a file that somebody chooses: a log that can be imported. */
export async function saveUnwritten(session: Session): Promise<void> {
  const { text } = await session.run<{ readonly text: string }>(UNWRITTEN, {});
  const target = text && (await window.showSaveDialog({ title: l10n.t("Save Answers"), filters: { JSON: ["jsonl"] } }));
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
