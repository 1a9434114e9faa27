import type { DeclaredModules } from "../core/declared";
import type { ReadOptions } from "../core/format";
import type { RuleOptions } from "../core/rule";
import type { Severities } from "../core/severity";
import type { Span } from "../core/span";

/** What can be said for all files, and for some of them. */
export interface FileSettings {
  readonly rules: Severities;
  readonly ruleOptions: RuleOptions;
  readonly input?: ReadOptions["input"];
  readonly dialect?: string;
  readonly modules?: DeclaredModules;
  /** Where each of them is said, by its keys from the outermost on: `rules.bias-before-norm`. */
  readonly places: ReadonlyMap<string, Span>;
}

/** One `.convlint.yaml`, as far as it could be read. */
export interface Settings extends FileSettings {
  /** Files of the folders above do not count. */
  readonly root: boolean;
  /** Globs of files that are passed over. */
  readonly ignore: readonly string[];
  readonly overrides: readonly Override[];
}

export interface Override extends FileSettings {
  readonly files: readonly string[];
}

/** A configuration file at its place; globs in it are relative to its folder. */
export interface SettingsFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly settings: Settings;
}

export const isSettingsName = (path: string): boolean => /(^|[\\/])\.convlint\.ya?ml$/.test(path);
