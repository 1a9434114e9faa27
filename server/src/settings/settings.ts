import type { DeclaredModules } from "../core/declared";
import type { ReadOptions } from "../core/format";
import type { RuleOptions } from "../core/rule";
import type { Severities } from "../core/severity";
import type { Span } from "../core/span";
import type { Extension } from "./read-extends";
import type { RequiredVersion } from "./read-version";

/** What can be said for all files, and for some of them. */
export interface FileSettings {
  readonly rules: Severities;
  readonly ruleOptions: RuleOptions;
  readonly input?: ReadOptions["input"];
  readonly dialect?: string;
  /** Sizes of the model that are looked at; those that a file does not have mean nothing. */
  readonly scales?: readonly string[];
  readonly modules?: DeclaredModules;
  /** Where each of them is said, by its keys from the outermost on: `rules.bias-before-norm`. */
  readonly places: ReadonlyMap<string, Span>;
}

/** One `.convlint.yaml`, as far as it could be read. */
export interface Settings extends FileSettings {
  /** Files of the folders above do not count. */
  readonly root: boolean;
  readonly version?: RequiredVersion;
  /** What it builds on, in turn. */
  readonly extends: readonly Extension[];
  /** Globs of files that are passed over. */
  readonly ignore: readonly string[];
  readonly overrides: readonly Override[];
}

export interface Override extends FileSettings {
  readonly files: readonly string[];
  /** Of the globs. */
  readonly span: Span;
}

/** A configuration file at its place; globs in it are relative to its folder. */
export interface SettingsFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly settings: Settings;
  /** What it extends, in the order in which it counts, each before the next. */
  readonly base?: readonly SettingsFile[];
}

/** Also one that others extend, when it is called so: `strict.convlint.yaml`. */
export const isSettingsName = (path: string): boolean => /\.convlint\.ya?ml$/.test(path);
