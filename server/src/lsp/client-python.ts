import type { RemoteConsole } from "vscode-languageserver";
import type { PythonFile } from "./classes";
import type { ClientDisk } from "./client-disk";

const most = { files: 300, characters: 4_000_000 };

/**
 * Files of Python that the client finds and reads. They are looked for when somebody first asks for those of a folder,
 * who gets none yet; `found` is called once they are there.
 */
export function clientPython(disk: ClientDisk, console: RemoteConsole, found: () => void) {
  let known = new Map<string, readonly PythonFile[]>();

  async function find(folder: string): Promise<readonly PythonFile[]> {
    const files: PythonFile[] = [];
    let characters = 0;
    for (const { uri, shown } of await disk.find(folder, "**/*.py", most.files)) {
      const text = await disk.read(uri);
      if (text === null) continue;
      if ((characters += text.length) > most.characters) break;
      files.push({ path: shown, text });
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
        (error) => console.warn(`classes below ${folder} are not found: ${error}`),
      );
      return [];
    },
    forget(): void {
      known = new Map();
    },
  };
}

const depthOf = ({ path }: PythonFile): number => path.split("/").length;
