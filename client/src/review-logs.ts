import { type ExtensionContext, env, FileSystemError, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { REVIEW_APPEND, REVIEW_LOG, REVIEW_LOGS } from "./protocol";

/** Every window has a log of its own, which nobody else writes: a file can only be written as a whole. */
export const deviceOf = (): string => `code-${env.sessionId.replace(/[^\w-]+/g, "-").slice(0, 80)}`;

/** Keeps the logs of reviews below the global storage of the extension, wherever that lies. */
export function answerReviewLogs(client: BaseLanguageClient, { globalStorageUri }: ExtensionContext): void {
  const folder = Uri.joinPath(globalStorageUri, "quiz");
  const own = `reviews-${deviceOf()}.jsonl`;
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name)));
  let turn: Promise<unknown> = Promise.resolve();

  async function append(text: string): Promise<null> {
    await workspace.fs.createDirectory(folder);
    const file = Uri.joinPath(folder, own);
    const next = Uri.joinPath(folder, `reviews-${deviceOf()}-next.jsonl`);
    const before = await read(own).catch(orNothing);
    // Written beside and put in its place, so that whoever is stopped in the middle leaves one of both whole.
    await workspace.fs.writeFile(next, new TextEncoder().encode(before + text));
    await workspace.fs.rename(next, file, { overwrite: true });
    return null;
  }

  client.onRequest(REVIEW_LOGS, async () => {
    const found = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(orNone);
    const logs = found.filter(([name, type]) => type === FileType.File && name.endsWith(".jsonl"));
    return Promise.all(
      logs.map(async ([name]) => {
        const { size, mtime } = await workspace.fs.stat(Uri.joinPath(folder, name));
        return { name, version: `${size} ${mtime}` };
      }),
    );
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

function orNothing(error: unknown): string {
  if (isMissing(error)) return "";
  throw error;
}

function orNone(error: unknown): [string, FileType][] {
  if (isMissing(error)) return [];
  throw error;
}
