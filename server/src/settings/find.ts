import type { Problem } from "../core/problem";
import { parseYaml } from "../tree/yaml";
import { loadBase } from "./extended";
import { type Known, readSettings } from "./read-settings";
import type { SettingsFile } from "./settings";
import { unusedOverrides } from "./unused-overrides";

export const names: readonly string[] = [".convlint.yaml", ".convlint.yml"];

/** A configuration file with what is wrong in it. */
export interface FoundSettings extends SettingsFile {
  readonly problems: readonly Problem[];
  readonly base?: readonly FoundSettings[];
}

/** How a configuration file is read is up to the caller, who knows of disks or of none. Nothing: there is no such file. */
export type ReadText = (path: string) => string | undefined;

/** What is known of the files around a configuration. Paths are absolute, with slashes. */
export interface Disk {
  readonly read: ReadText;
  /** Whether it is certain that there is no such file; absent where nobody can tell. */
  lacks?(path: string): boolean;
  /** Every file below a folder, relative to it; nothing where they are too many or not all can be seen. */
  files?(folder: string): readonly string[] | undefined;
}

const nowhere: Disk = { read: () => undefined };

export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 0));

/** A configuration and all that it extends. */
export function settingsAt(path: string, text: string, known: Known, disk: Disk = nowhere): FoundSettings {
  const file = readOne(path, folderOf(path), text, known);
  if (!file.settings.extends.length) return file;
  const problems: Problem[] = [...file.problems];
  const base = loadBase(file, {
    known,
    disk,
    report: (one) => problems.push(one),
    read: (inner, innerText) => readOne(inner, file.folder, innerText, known),
  });
  return { ...file, problems, base };
}

/** What is wrong in a configuration, seen with the files around it. */
export function problemsOf({ path, folder, settings, problems }: FoundSettings, disk: Disk): readonly Problem[] {
  // Globs of a file that others extend are about the folders of those.
  if (!settings.overrides.length || !names.some((name) => path.endsWith(`/${name}`))) return problems;
  const files = disk.files?.(folder);
  return files ? [...problems, ...unusedOverrides(settings, files)] : problems;
}

/** Files that completion may name, as far as they can be listed. */
export const filesAround = (path: string, disk: Disk): readonly string[] => disk.files?.(folderOf(path)) ?? [];

/** Globs in a file that another extends are about the folder of that one. */
const readOne = (path: string, folder: string, text: string, known: Known): FoundSettings => ({
  path,
  folder,
  text,
  ...readSettings(parseYaml(text), known),
});

/** The configuration files above a file, from the outermost to the nearest. The path is absolute, with slashes. */
export function settingsAbove(path: string, disk: Disk, known: Known): readonly FoundSettings[] {
  const found: FoundSettings[] = [];
  for (let folder = path; folder.includes("/"); ) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    for (const name of names) {
      const text = disk.read(`${folder}/${name}`);
      if (text === undefined) continue;
      found.unshift(settingsAt(`${folder}/${name}`, text, known, disk));
      if (found[0]!.settings.root) return found;
      break;
    }
  }
  return found;
}

/** A file, and before it every other that it extends. */
export const withBase = <F extends { readonly base?: readonly F[] }>(file: F): readonly F[] => [
  ...(file.base ?? []).flatMap((one) => withBase<F>(one)),
  file,
];
