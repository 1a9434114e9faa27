import picomatch from "picomatch";
import type { FileSettings, SettingsFile } from "./settings";

/** What holds for one file. */
export interface Resolved extends FileSettings {
  readonly ignored: boolean;
}

/** Merges the configuration files that stand above a file, given from the outermost to the nearest. */
export function resolve(files: readonly SettingsFile[], path: string): Resolved {
  const start = files.findLastIndex(({ settings }) => settings.root);
  let resolved: Resolved = { rules: {}, ignored: false };
  for (const { folder, settings } of files.slice(Math.max(start, 0))) {
    const relative = path.slice(folder.length).replace(/^\//, "");
    resolved = over(resolved, settings);
    if (matches(settings.ignore, relative)) resolved = { ...resolved, ignored: true };
    for (const override of settings.overrides)
      if (matches(override.files, relative)) resolved = over(resolved, override);
  }
  return resolved;
}

const over = (base: Resolved, { rules, input, dialect, modules }: FileSettings): Resolved => ({
  ...base,
  rules: { ...base.rules, ...rules },
  ...(input && { input }),
  ...(dialect !== undefined && { dialect }),
  ...(modules && { modules: new Map([...(base.modules ?? []), ...modules]) }),
});

/** A glob without a slash is about names, in whatever folder, as in `.gitignore`. */
const matches = (globs: readonly string[], relative: string): boolean =>
  globs.some((glob) =>
    picomatch.isMatch(relative, glob.replace(/\/$/, "/**"), { basename: !glob.includes("/"), dot: true }),
  );
