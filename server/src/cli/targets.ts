import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import picomatch from "picomatch";
import { type Message, say } from "../core/message";
import { isLinkAt, reasonOf } from "./read-text";
import { filesBelow } from "./walk";

/** A file to look at, and whether somebody named it. */
export interface Target {
  readonly path: string;
  readonly named: boolean;
  /** It comes through standard input, with or without the mark of the order of bytes. */
  readonly piped?: { readonly marked: boolean };
}

/** What a folder is searched for. */
const isModelName = (path: string): boolean =>
  /(^|\/)(\.convlint|[^./][^/]*)\.ya?ml$/.test(path) || /(^|\/)[^./][^/]*\.(cnn\.json|py)$/.test(path);

/** Files for paths, folders and globs, each once, in a stable order; `complain` is told what cannot be looked at. */
export function targetsOf(
  paths: readonly string[],
  complain: (path: string, reason: Message) => void,
): readonly Target[] {
  const found = new Map<string, Target>();
  const add = (path: string, named: boolean): void => {
    const absolute = resolve(path);
    if (named || !found.has(absolute)) found.set(absolute, { path: absolute, named });
  };
  const told = (path: string, reason: Message): void => complain(shown(resolve(path)), reason);
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind === "folder")
      for (const file of filesBelow(path, { wanted: isModelName, hidden: false, complain: told })) add(file, false);
    else if (kind === "file") add(path, true);
    else if (kind !== "missing" || !isGlob(path))
      complain(path, kind === "missing" ? say`there is no such file` : kind.why);
    else {
      const files = matching(path, told);
      if (!files.length) complain(path, say`it matches no file, or only files that .gitignore leaves out`);
      for (const file of files) add(file, false);
    }
  }
  return [...found.values()];
}

type Kind = "file" | "folder" | "missing" | { readonly why: Message };

function kindOf(path: string): Kind {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    const isLink = isLinkAt(path);
    const { code } = error as NodeJS.ErrnoException;
    return (code === "ENOENT" || code === "ENOTDIR") && !isLink ? "missing" : { why: reasonOf(error, isLink) };
  }
}

const slashed = (path: string): string => (process.platform === "win32" ? path.replaceAll("\\", "/") : path);

const isGlob = (path: string): boolean => picomatch.scan(slashed(path)).isGlob === true;

/** Files below the part of a glob that is plain. */
function matching(path: string, complain: (path: string, reason: Message) => void): readonly string[] {
  const { base, glob } = picomatch.scan(slashed(path));
  const folder = base || ".";
  if (kindOf(folder) !== "folder") return [];
  return filesBelow(folder, { wanted: picomatch(glob), hidden: /(^|\/)\./.test(glob), complain });
}

/** Whether a path, whatever is there, is one that a word of the command line leads to. */
export function reachOf(word: string): (path: string) => boolean {
  const isPattern = kindOf(word) === "missing" && isGlob(word);
  const { base, glob } = isPattern ? picomatch.scan(slashed(word)) : { base: word, glob: "" };
  const folder = slashed(resolve(base || ".")).replace(/\/?$/, "/");
  const matches = glob ? picomatch(glob) : () => true;
  return (path) => {
    const all = slashed(path);
    return all.startsWith(folder) ? matches(all.slice(folder.length)) : !glob && `${all}/` === folder;
  };
}

/** With `/` and relative to the current folder. */
export const shown = (path: string): string => (relative(process.cwd(), path) || path).replaceAll("\\", "/");
