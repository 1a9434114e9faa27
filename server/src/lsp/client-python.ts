import type { Connection } from "vscode-languageserver";
import { inTime } from "./editor-settings";
import { pathOf, uriOf } from "./uri";

/** A file of Python below a folder that was searched. */
interface PythonFile {
  readonly path: string;
  readonly text: string;
}

/** Each of them is fetched from wherever the folder lies. */
const most = { files: 300, characters: 4_000_000 };

/**
 * Files of Python that the client finds and reads. They are looked for when somebody first asks for those of a folder,
 * who gets none yet; `found` is called once they are there.
 */
export function clientPython(connection: Connection, found: () => void) {
  let known = new Map<string, readonly PythonFile[]>();

  async function find(folder: string): Promise<readonly PythonFile[]> {
    const asked = { folder: uriOf(folder), glob: "**/*.py", most: most.files };
    const uris = await inTime(connection.sendRequest<readonly string[]>("convlint/findFiles", asked));
    const files: PythonFile[] = [];
    let characters = 0;
    for (const uri of uris.slice(0, most.files)) {
      const text = await inTime(connection.sendRequest<unknown>("convlint/readFile", { uri }));
      const path = pathOf(uri);
      if (typeof text !== "string" || !path.startsWith(`${folder}/`)) continue;
      if ((characters += text.length) > most.characters) break;
      files.push({ path: path.slice(folder.length + 1), text });
    }
    // The nearest first, as they are found on a disk: of two classes with one name that one counts.
    return files.sort((a, b) => depthOf(a) - depthOf(b) || (a.path < b.path ? -1 : 1));
  }

  return {
    below(folder: string): readonly PythonFile[] {
      const files = known.get(folder);
      if (files) return files;
      const searched = known;
      searched.set(folder, []);
      find(folder).then(
        (all) => {
          // What has changed while it was read is read again by who asks next.
          if (searched !== known || !all.length) return;
          known.set(folder, all);
          found();
        },
        (error) => connection.console.warn(`classes below ${folder} are not found: ${error}`),
      );
      return [];
    },
    forget(): void {
      known = new Map();
    },
  };
}

const depthOf = ({ path }: PythonFile): number => path.split("/").length;
