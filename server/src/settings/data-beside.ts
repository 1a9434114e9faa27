import type { Beside } from "../core/beside";
import { readDataFile } from "./data-file";
import type { ReadText } from "./find";

/** What a file is called that describes data; no other is read. */
export const dataNames: readonly string[] = ["data.yaml", "data.yml", "dataset.yaml"];

export const isDataName = (path: string): boolean => dataNames.includes(path.slice(path.lastIndexOf("/") + 1));

/**
 * The data file nearest above a model, in its own folder or in one above it up to `last`. The path is absolute, with
 * slashes. Where it is broken, or several in one folder differ, nothing is certain.
 */
export function dataBeside(path: string, last: string, read: ReadText): Beside | undefined {
  const own = folderOf(path);
  let up = "";
  for (let folder = own; ; folder = folderOf(folder), up += "../") {
    const found = inFolder(folder, up, path, read);
    if (found === "unclear") return undefined;
    if (found) return found;
    // Where the model lies elsewhere, only its own folder is looked into.
    if (folder === last || !`${folder}/`.startsWith(`${last}/`) || !folder.includes("/")) return undefined;
  }
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 0));

function inFolder(folder: string, up: string, model: string, read: ReadText): Beside | "unclear" | undefined {
  const found: Beside[] = [];
  for (const name of dataNames) {
    const path = `${folder}/${name}`;
    const text = path === model ? undefined : textOf(path, read);
    const data = text === undefined ? "none" : readDataFile(text);
    if (data === "broken") return "unclear";
    if (data !== "none") found.push({ file: up + name, ...data });
  }
  const [first, ...others] = found;
  return others.some((other) => !isSame(first!, other)) ? "unclear" : first;
}

/** A file that is there and cannot be read is as good as broken. */
function textOf(path: string, read: ReadText): string | undefined {
  try {
    return read(path);
  } catch {
    return unreadable;
  }
}

const unreadable = "train: [";

const isSame = (a: Beside, b: Beside): boolean => a.classes === b.classes && String(a.kptShape) === String(b.kptShape);
