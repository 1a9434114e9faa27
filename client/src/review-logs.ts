import { type ExtensionContext, FileSystemError, FileType, l10n, Range, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { joinLogs, type LogFolder } from "./join-logs";
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
  const versionOf = async (name: string): Promise<string> => {
    const { size, mtime } = await workspace.fs.stat(Uri.joinPath(folder, name));
    return `${size} ${mtime}`;
  };
  let turn: Promise<unknown> = Promise.resolve();
  /** All of this window's own log: nobody else writes it, and whoever takes it away takes nothing from here. */
  let written = "";
  let joining: Promise<void> | undefined;

  async function append(text: string): Promise<{ readonly name: string; readonly version: string }> {
    await workspace.fs.createDirectory(folder);
    const next = Uri.joinPath(folder, `reviews-${device}-next.jsonl`);
    const all = written + text;
    // Written beside and put in its place, so that whoever is stopped in the middle leaves one of both whole.
    await workspace.fs.writeFile(next, new TextEncoder().encode(all));
    await workspace.fs.rename(next, Uri.joinPath(folder, own), { overwrite: true });
    written = all;
    return { name: own, version: await versionOf(own) };
  }

  const entries = async (): Promise<readonly string[]> => {
    // The editor writes an error into its log for a folder that is not there, and before the first answer it is not.
    if (!(await Promise.resolve(workspace.fs.stat(folder)).catch(instead(undefined)))) return [];
    const found = await workspace.fs.readDirectory(folder);
    return found.flatMap(([name, type]) => (type === FileType.File ? [name] : []));
  };
  const logs: LogFolder = {
    async list() {
      const all = (await entries()).map(async (name) => {
        // Another window may have put it in its place since.
        const stat = await Promise.resolve(workspace.fs.stat(Uri.joinPath(folder, name))).catch(instead(undefined));
        return stat ? [{ name, modified: stat.mtime }] : [];
      });
      return (await Promise.all(all)).flat();
    },
    read,
    write: async (name, text) => workspace.fs.writeFile(Uri.joinPath(folder, name), new TextEncoder().encode(text)),
    rename: async (from, to) => workspace.fs.rename(Uri.joinPath(folder, from), Uri.joinPath(folder, to)),
    remove: async (name) => workspace.fs.delete(Uri.joinPath(folder, name)),
  };

  client.onRequest(REVIEW_LOGS, async () => {
    // Once a window; what could not be joined is read as it is.
    await (joining ??= joinLogs(logs, Date.now(), () => crypto.randomUUID()).catch(() => {}));
    const names = (await entries()).filter((name) => name.endsWith(".jsonl"));
    const all = names.map(async (name) => {
      const version = await versionOf(name).catch(instead(undefined));
      return version === undefined ? [] : [{ name, version }];
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
