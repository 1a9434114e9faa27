import type { Connection } from "vscode-languageserver";
import type { ModelFile } from "./closed-models";
import { inTime } from "./editor-settings";
import { pathOf, uriOf } from "./uri";

/** Each of them may have to be fetched from far away. */
const most = 300;

/** What the protocol's library and editors both understand. */
export const modelGlob = "**/*.{yaml,yml,cnn.json}";

/** Files that may be models where only the client can read; they are found once, until it says that some came or went. */
export function clientModels(connection: Connection) {
  const found = new Map<string, readonly string[]>();
  const changes = new Map<string, number>();

  const readAt = (uri: string) => async (): Promise<string> => {
    const text = await inTime(connection.sendRequest<unknown>("convlint/readFile", { uri }));
    if (typeof text !== "string") throw new Error(`${uri} cannot be read`);
    return text;
  };

  async function find(folder: string): Promise<readonly string[]> {
    const asked = { folder: uriOf(folder), glob: modelGlob, most };
    try {
      const uris = await inTime(connection.sendRequest<readonly string[]>("convlint/findFiles", asked));
      found.set(folder, uris);
      return uris;
    } catch (error) {
      connection.console.warn(`models below ${folder} are not found: ${error}`);
      return [];
    }
  }

  return {
    async *below(folder: string): AsyncGenerator<ModelFile> {
      const uris = found.get(folder) ?? (await find(folder));
      for (const uri of uris.slice(0, most)) {
        const path = pathOf(uri);
        if (!path.startsWith(`${folder}/`)) continue;
        yield { path: path.slice(folder.length + 1), modified: String(changes.get(path) ?? 0), read: readAt(uri) };
      }
    },
    forget(paths: readonly string[]): void {
      if (paths.length) found.clear();
      for (const path of paths) changes.set(path, (changes.get(path) ?? 0) + 1);
    },
  };
}
