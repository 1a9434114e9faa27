import { existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";

/** A file to look at, and whether somebody named it. */
export interface Target {
  readonly path: string;
  readonly named: boolean;
  /** It comes through standard input, with or without the mark of the order of bytes. */
  readonly piped?: { readonly marked: boolean };
}

const models = ["**/*.{yaml,yml}", "**/*.cnn.json", "**/.convlint.{yaml,yml}"];
/** What others wrote and somebody installed: the library of a model brings a hundred models of its own. */
const passedOver = ["**/node_modules/**", "**/site-packages/**", "**/.git/**"];

/** Files for paths, folders and globs, each once, in a stable order; `missing` takes what leads nowhere. */
export function targetsOf(paths: readonly string[], missing: (path: string) => void): readonly Target[] {
  const found = new Map<string, Target>();
  const add = (path: string, named: boolean): void => {
    const absolute = resolve(path);
    if (named || !found.has(absolute)) found.set(absolute, { path: absolute, named });
  };
  for (const path of paths) {
    if (existsSync(path)) {
      if (statSync(path).isDirectory()) for (const file of walk(models, path)) add(file, false);
      else add(path, true);
      continue;
    }
    const files = isDynamicPattern(path) ? walk([path.replaceAll("\\", "/")], ".") : [];
    if (!files.length) missing(path);
    for (const file of files) add(file, false);
  }
  return [...found.values()];
}

const walk = (patterns: readonly string[], cwd: string): readonly string[] =>
  globSync([...patterns], {
    cwd,
    absolute: true,
    ignore: passedOver,
    followSymbolicLinks: false,
    expandDirectories: false,
  }).sort();

/** With `/` and relative to the current folder. */
export const shown = (path: string): string => (relative(process.cwd(), path) || path).replaceAll("\\", "/");
