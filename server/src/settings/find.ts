import type { Problem } from "../core/problem";
import { parseYaml } from "../tree/yaml";
import { type Known, readSettings } from "./read-settings";
import type { SettingsFile } from "./settings";

export const names: readonly string[] = [".convlint.yaml", ".convlint.yml"];

/** A configuration file with its text and what is wrong in it. */
export interface FoundSettings extends SettingsFile {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** How a configuration file is read is up to the caller, who knows of disks or of none. Nothing: there is no such file. */
export type ReadText = (path: string) => string | undefined;

export function settingsAt(path: string, text: string, known: Known): FoundSettings {
  const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  return { path, folder, text, ...readSettings(parseYaml(text), known) };
}

/** The configuration files above a file, from the outermost to the nearest. The path is absolute, with slashes. */
export function settingsAbove(path: string, read: ReadText, known: Known): readonly FoundSettings[] {
  const found: FoundSettings[] = [];
  for (let folder = path; folder.includes("/"); ) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    for (const name of names) {
      const text = read(`${folder}/${name}`);
      if (text === undefined) continue;
      found.unshift(settingsAt(`${folder}/${name}`, text, known));
      if (found[0]!.settings.root) return found;
      break;
    }
  }
  return found;
}
