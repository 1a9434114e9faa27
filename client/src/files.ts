import { FileSystemError, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { EXCEPT } from "./models-in-workspace";
import { FIND_FILES, READ_FILE } from "./protocol";
import { isShadow } from "./shadows";

/** Larger files are neither configuration nor data of a model, and each may have to be fetched. */
const MOST = 1_000_000;

interface Search {
  /** A URI. */
  readonly folder: string;
  readonly glob: string;
  readonly most: number;
}

/** Reads for a server that has no disk: in a browser it has none, and of a virtual folder nowhere. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, ({ uri }: { readonly uri: string }) => read(Uri.parse(uri)));
  client.onRequest(FIND_FILES, async ({ folder, glob, most }: Search): Promise<readonly string[]> => {
    const found = await workspace.findFiles(new RelativePattern(Uri.parse(folder), glob), EXCEPT, most);
    return found.map(String);
  });
}

/** The text of a file; null where there is none of that name. What is there and cannot be read is an error. */
async function read(uri: Uri): Promise<string | null> {
  // What only shows another document has no neighbours.
  if (isShadow(uri)) return null;
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > MOST) throw new Error(`${uri} is too large`);
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return null;
    throw error;
  }
}
