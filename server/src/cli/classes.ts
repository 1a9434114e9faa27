import { existsSync } from "node:fs";
import { relative } from "node:path";
import { type Classes, classesBelow } from "../lsp/classes";
import { pythonFiles, textAt } from "../lsp/python-files";
import type { Options } from "../service";
import { names } from "../settings/find";

/** What marks the folder that a project begins with. */
const marks: readonly string[] = [...names, ".git"];

/** For a file, the classes of its project: below the nearest folder that is marked, or the current one. Looked for once. */
export function classesNear(): (path: string) => Classes {
  const known = new Map<string, Classes>();
  const projects = new Map<string, string>();
  return (path) => {
    const around = path.slice(0, path.lastIndexOf("/"));
    const folder = projects.get(around) ?? folderOf(path);
    projects.set(around, folder);
    const classes = known.get(folder) ?? classesBelow([folder], pythonFiles, { text: textAt, shown });
    known.set(folder, classes);
    return classes;
  };
}

/** What reading a model asks of files of Python. */
export const pythonIn = (classes: Classes): Pick<Options, "findClasses" | "files"> => ({
  findClasses: classes.find,
  files: classes.files(),
});

const shown = (path: string): string => relative(".", path).replaceAll("\\", "/");

/** The path is absolute, with slashes. */
function folderOf(path: string): string {
  for (let folder = path; folder.includes("/"); ) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    if (marks.some((mark) => existsSync(`${folder}/${mark}`))) return folder || "/";
  }
  return process.cwd();
}
