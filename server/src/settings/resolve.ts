import picomatch from "picomatch";
import type { RuleOptions } from "../core/rule";
import type { FileSettings, SettingsFile } from "./settings";

/** What holds for one file. */
export interface Resolved extends Omit<FileSettings, "places"> {
  readonly ignored: boolean;
}

/** Merges the configuration files that stand above a file, given from the outermost to the nearest. */
export function resolve(files: readonly SettingsFile[], path: string): Resolved {
  const start = files.findLastIndex(({ settings }) => settings.root);
  let resolved: Resolved = { rules: {}, ruleOptions: {}, ignored: false };
  for (const { folder, settings } of files.slice(Math.max(start, 0))) {
    const relative = path.slice(folder.length).replace(/^\//, "");
    resolved = over(resolved, settings);
    if (matches(settings.ignore, relative)) resolved = { ...resolved, ignored: true };
    for (const override of settings.overrides)
      if (matches(override.files, relative)) resolved = over(resolved, override);
  }
  return resolved;
}

const over = (base: Resolved, { rules, ruleOptions, input, dialect, modules }: FileSettings): Resolved => ({
  ...base,
  rules: { ...base.rules, ...rules },
  ruleOptions: optionsOver(base.ruleOptions, ruleOptions),
  ...(input && { input }),
  ...(dialect !== undefined && { dialect }),
  ...(modules && { modules: new Map([...(base.modules ?? []), ...modules]) }),
});

/** Option by option, so that one of them can be said elsewhere than the others. */
export function optionsOver(base: RuleOptions, nearer: RuleOptions): RuleOptions {
  const ids = Object.keys(nearer);
  return ids.length ? { ...base, ...Object.fromEntries(ids.map((id) => [id, { ...base[id], ...nearer[id] }])) } : base;
}

/** A glob without a slash is about names, in whatever folder, as in `.gitignore`. */
const matches = (globs: readonly string[], relative: string): boolean =>
  globs.some((glob) =>
    picomatch.isMatch(relative, glob.replace(/\/$/, "/**"), { basename: !glob.includes("/"), dot: true }),
  );
