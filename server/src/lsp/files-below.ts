import { type Dirent, readdirSync } from "node:fs";

/** Nobody waits for the names of a whole disk. */
const most = { items: 5_000, depth: 16 };

/** What others wrote and somebody installed. */
const passedOver: ReadonlySet<string> = new Set(["node_modules", "site-packages", ".git"]);

/**
 * Every file below a folder, relative to it; nothing where they are too many, or a folder cannot be listed, so
 * that some would be missing.
 */
export function filesBelow(folder: string): readonly string[] | undefined {
  const files: string[] = [];
  const folders = [{ path: "", depth: 0 }];
  let seen = 0;
  for (const { path, depth } of folders) {
    const items = itemsIn(`${folder}/${path}`);
    seen += items?.length ?? 0;
    if (!items || seen > most.items || depth > most.depth) return undefined;
    for (const item of items) {
      if (passedOver.has(item.name)) continue;
      if (item.isDirectory()) folders.push({ path: `${path}${item.name}/`, depth: depth + 1 });
      else files.push(path + item.name);
    }
  }
  return files;
}

function itemsIn(path: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
