import { say } from "../core/message";
import type { RuleOptions } from "../core/rule";
import type { Severities, Severity } from "../core/severity";
import { type Entry, isMissing } from "../tree/tree";
import { limits } from "./keys";
import { optionAt, type RulesSaid } from "./read-rules";
import { type Context, knownEntries, wrong } from "./reading";

const names = limits.map(({ name }) => name);

/** A limit is an option of the rule that holds models to it, and breaking it is an error. */
export function budgetOf(entry: Entry | undefined, { known, report, said }: Context): RulesSaid {
  if (!entry) return { rules: {}, ruleOptions: {} };
  if (entry.value.kind !== "map" && !isMissing(entry.value))
    wrong(entry, say`a map, such as { parameters: 3.2M, macs: 8G, memory: 512MiB }`, report);
  const entries = knownEntries(entry.value, names, report);
  const rules: { [id: string]: Severity } = {};
  const ruleOptions: { [id: string]: RuleOptions[string] } = {};
  for (const { name, rule: id } of limits) {
    const limit = entries.get(name);
    const param = known.rules.find((rule) => rule.id === id)?.options["most"];
    const read = limit && param && optionAt(limit, param, report);
    if (!limit || !read) continue;
    rules[id] = "error";
    ruleOptions[id] = { most: read.ok };
    for (const keys of [`rules.${id}`, `rules.${id}.most`, `budget.${name}`]) said(keys, limit.keySpan);
  }
  return { rules: rules satisfies Severities, ruleOptions };
}
