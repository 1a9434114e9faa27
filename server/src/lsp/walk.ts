import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/** A file, and where it lies below the folder that was searched. */
export interface FoundFile {
  readonly path: string;
  readonly shown: string;
}

/** Nobody waits for a whole disk. */
const most = { folders: 3_000, depth: 12 };

/** What others wrote and somebody installed, and what programs write. */
const passedOver =
  /^(?:\.|__pycache__$|node_modules$|site-packages$|dist-packages$|venv$|env$|build$|dist$|runs$|datasets?$)/;

/** Files below a folder by their names, the nearest first; what cannot be listed is not there. */
export function* walk(folder: string, wanted: (name: string) => boolean): Generator<FoundFile> {
  const folders = [{ path: folder, shown: "", depth: 0 }];
  for (let next = 0; next < folders.length && next < most.folders; next++) {
    const { path, shown, depth } = folders[next]!;
    for (const entry of entriesIn(path)) {
      const inside = { path: join(path, entry.name), shown: `${shown}${entry.name}` };
      if (entry.isDirectory() && depth < most.depth && !passedOver.test(entry.name))
        folders.push({ path: inside.path, shown: `${inside.shown}/`, depth: depth + 1 });
      if (entry.isFile() && wanted(entry.name)) yield inside;
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
