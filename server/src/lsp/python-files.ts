import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file with Python, and where it lies below the folder that was searched. */
export interface PythonFile {
  readonly path: string;
  readonly text: string;
}

/** Nobody waits for the classes of a whole disk. */
const most = { folders: 3_000, files: 3_000, bytes: 16_000_000, each: 1_000_000, depth: 12 };

/** What others wrote and somebody installed, and what programs write. */
const passedOver =
  /^(?:\.|__pycache__$|node_modules$|site-packages$|dist-packages$|venv$|env$|build$|dist$|runs$|datasets?$)/;

/** Files of Python below a folder, the nearest first; what cannot be read is not there. */
export function* pythonFiles(folder: string): Generator<PythonFile> {
  const folders = [{ path: folder, shown: "", depth: 0 }];
  let files = 0;
  let bytes = 0;
  for (let next = 0; next < folders.length && next < most.folders; next++) {
    const { path, shown, depth } = folders[next]!;
    for (const entry of entriesIn(path)) {
      const inside = join(path, entry.name);
      const name = `${shown}${entry.name}`;
      if (entry.isDirectory() && depth < most.depth && !passedOver.test(entry.name))
        folders.push({ path: inside, shown: `${name}/`, depth: depth + 1 });
      if (!entry.isFile() || !entry.name.endsWith(".py")) continue;
      const text = textAt(inside);
      if (text === undefined) continue;
      if (++files > most.files || (bytes += text.length) > most.bytes) return;
      yield { path: name, text };
    }
  }
}

function entriesIn(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function textAt(path: string): string | undefined {
  try {
    return statSync(path).size > most.each ? undefined : readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
