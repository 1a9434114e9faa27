import { existsSync } from "node:fs";
import { relative } from "node:path";
import type { FindClasses } from "../core/python-class";
import { classesBelow } from "../lsp/classes";
import { pythonFiles } from "../lsp/python-files";
import { names } from "../settings/find";

/** What marks the folder that a project begins with. */
const marks: readonly string[] = [...names, ".git"];

/** For a file, the classes of its project: below the nearest folder that is marked, or the current one. Looked for once. */
export function classesNear(): (path: string) => FindClasses {
  const known = new Map<string, FindClasses>();
  return (path) => {
    const folder = folderOf(path);
    const shown = relative(".", folder).replaceAll("\\", "/");
    const inside = function* () {
      for (const file of pythonFiles(folder)) yield { ...file, path: shown ? `${shown}/${file.path}` : file.path };
    };
    const find = known.get(folder) ?? classesBelow([folder], inside).find;
    known.set(folder, find);
    return find;
  };
}

/** The path is absolute, with slashes. */
function folderOf(path: string): string {
  for (let folder = path; folder.includes("/"); ) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    if (marks.some((mark) => existsSync(`${folder}/${mark}`))) return folder || "/";
  }
  return process.cwd();
}
