import picomatch from "picomatch";
import type { Span } from "../core/span";
import { withBase } from "./find";
import { optionsOver } from "./rule-options";
import type { FileSettings, SettingsFile } from "./settings";

/** What holds for one file. */
export interface Resolved extends Omit<FileSettings, "places"> {
  readonly ignored: boolean;
}

/** What one configuration file says of one file: all of it, or what an override adds. */
interface Layer {
  readonly file: SettingsFile;
  readonly settings: FileSettings;
}

/** Merges the configuration files that stand above a file, given from the outermost to the nearest. */
export function resolve(files: readonly SettingsFile[], path: string): Resolved {
  let resolved: Resolved = { rules: {}, ruleOptions: {}, ignored: false };
  for (const { settings } of layersFor(files, path)) resolved = over(resolved, settings);
  return files.some((file) => withBase<SettingsFile>(file).some((one) => ignores(one, path)))
    ? { ...resolved, ignored: true }
    : resolved;
}

/** Where something was said, by its keys. */
export interface Origin {
  readonly file: SettingsFile;
  readonly span: Span;
}

/** Which place of which file each thing that holds comes from. */
export function originsOf(files: readonly SettingsFile[], path: string): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const { file, settings } of layersFor(files, path))
    for (const [keys, span] of settings.places) origins.set(keys, { file, span });
  for (const file of files.flatMap((one) => withBase<SettingsFile>(one)))
    if (ignores(file, path)) origins.set("ignored", { file, span: file.settings.places.get("ignore")! });
  return origins;
}

/** What counts for a file, each before the next. */
const layersFor = (files: readonly SettingsFile[], path: string): readonly Layer[] =>
  files.flatMap((one) =>
    withBase<SettingsFile>(one).flatMap((file): readonly Layer[] => [
      { file, settings: file.settings },
      ...file.settings.overrides
        .filter((override) => matches(override.files, relativeTo(file, path)))
        .map((settings) => ({ file, settings })),
    ]),
  );

const relativeTo = ({ folder }: SettingsFile, path: string): string => path.slice(folder.length).replace(/^\//, "");

const ignores = (file: SettingsFile, path: string): boolean => matches(file.settings.ignore, relativeTo(file, path));

const over = (base: Resolved, { rules, ruleOptions, input, dialect, scales, modules }: FileSettings): Resolved => ({
  ...base,
  rules: { ...base.rules, ...rules },
  ruleOptions: optionsOver(base.ruleOptions, ruleOptions),
  ...(input && { input }),
  ...(dialect !== undefined && { dialect }),
  ...(scales && { scales }),
  ...(modules && { modules: new Map([...(base.modules ?? []), ...modules]) }),
});

/** A glob without a slash is about names, in whatever folder, as in `.gitignore`. */
export const matches = (globs: readonly string[], relative: string): boolean =>
  globs.some((glob) =>
    picomatch.isMatch(relative, glob.replace(/\/$/, "/**").replace(/^\.\//, ""), {
      basename: !glob.includes("/"),
      dot: true,
    }),
  );
