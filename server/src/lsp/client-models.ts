import type { RemoteConsole } from "vscode-languageserver";
import type { ClientDisk, FarFile } from "./client-disk";
import type { ModelFile } from "./closed-models";

const most = 300;

/** What the protocol's library and editors both understand. */
export const modelGlob = "**/*.{yaml,yml,cnn.json}";

/** Files that may be models where only the client can read; they are found once, until it says that some came or went. */
export function clientModels(disk: ClientDisk, console: RemoteConsole) {
  const found = new Map<string, readonly FarFile[]>();
  const changes = new Map<string, number>();

  async function read(uri: string): Promise<string> {
    const text = await disk.read(uri);
    if (text === null) throw new Error(`${uri} cannot be read`);
    return text;
  }

  async function find(folder: string): Promise<readonly FarFile[]> {
    try {
      const files = await disk.find(folder, modelGlob, most);
      found.set(folder, files);
      return files;
    } catch (error) {
      console.warn(`models below ${folder} are not found: ${error}`);
      return [];
    }
  }

  return {
    async *below(folder: string): AsyncGenerator<ModelFile> {
      for (const { uri, path, shown } of found.get(folder) ?? (await find(folder)))
        yield { path: shown, modified: String(changes.get(path) ?? 0), read: () => read(uri) };
    },
    forget(paths: readonly string[]): void {
      if (paths.length) found.clear();
      for (const path of paths) changes.set(path, (changes.get(path) ?? 0) + 1);
    },
  };
}
