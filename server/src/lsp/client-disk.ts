import type { Connection } from "vscode-languageserver";
import { inTime } from "./editor-settings";
import { pathOf, uriOf } from "./uri";

/** A file that the client has found, and where it lies below the folder that was searched. */
export interface FarFile {
  readonly uri: string;
  readonly path: string;
  readonly shown: string;
}

export type ClientDisk = ReturnType<typeof clientDisk>;

/** Files as a client that offers to read has them; each may have to be fetched from far away. */
export const clientDisk = (connection: Connection) => ({
  /** The text of a file; null where there is none of that name. */
  async read(uri: string): Promise<string | null> {
    const text = await inTime(connection.sendRequest<unknown>("convlint/readFile", { uri }));
    return typeof text === "string" ? text : null;
  },

  /** Files below a folder, in the client's order. */
  async find(folder: string, glob: string, most: number): Promise<readonly FarFile[]> {
    const asked = { folder: uriOf(folder), glob, most };
    const uris = await inTime(connection.sendRequest<readonly string[]>("convlint/findFiles", asked));
    return uris.slice(0, most).flatMap((uri) => {
      const path = pathOf(uri);
      return path.startsWith(`${folder}/`) ? [{ uri, path, shown: path.slice(folder.length + 1) }] : [];
    });
  },
});
