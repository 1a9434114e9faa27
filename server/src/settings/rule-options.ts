import type { RuleOptions } from "../core/rule";

/** Option by option, so that one of them can be said elsewhere than the others. */
export function optionsOver(base: RuleOptions, nearer: RuleOptions): RuleOptions {
  const ids = Object.keys(nearer);
  return ids.length ? { ...base, ...Object.fromEntries(ids.map((id) => [id, { ...base[id], ...nearer[id] }])) } : base;
}
