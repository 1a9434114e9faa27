import { empty, say } from "../core/message";
import { didYouMean, nearest } from "../core/nearest";
import { type Param, withArticle } from "../core/param";
import { changeTo, problem } from "../core/problem";
import type { Rule, RuleOptions } from "../core/rule";
import { type Severities, type Severity, severities } from "../core/severity";
import { type Entry, entriesOf, isMissing, type Tree, textOf } from "../tree/tree";
import { valueAt } from "../tree/value";
import { type Context, orList, placeOf, type Said, wrong } from "./reading";

export interface RulesSaid {
  readonly rules: Severities;
  readonly ruleOptions: RuleOptions;
}

/** What a problem can be told as, or not at all. */
export const severityWords: readonly string[] = [...severities, "off"];

/** Severities by id, and of lints that have options a map of both. */
export function rulesOf(entry: Entry | undefined, context: Context): RulesSaid {
  const { known, report, said } = context;
  const rules: { [id: string]: Severity | "off" } = {};
  const ruleOptions: { [id: string]: RuleOptions[string] } = {};
  if (entry && entry.value.kind !== "map" && !isMissing(entry.value))
    wrong(entry, say`a map of ids and severities`, report);
  for (const one of entriesOf(entry?.value)) {
    const { key, keySpan, value } = one;
    if (!known.ids.includes(key)) {
      const near = nearest(key, known.ids);
      const message = say`no rule is called ${key}${didYouMean(near)}`;
      report(problem("unknown-rule", keySpan, message, changeTo(near, keySpan)));
      continue;
    }
    const rule = known.rules.find(({ id }) => id === key);
    const inner = value.kind === "map" ? value.entries : undefined;
    const severity = inner ? inner.find((option) => option.key === "severity") : one;
    const read = severity && severityAt({ ...severity, key }, rule, context);
    if (severity && read) {
      rules[key] = read;
      said(`rules.${key}`, severity.keySpan);
    }
    const options = inner && optionsOf(inner, key, rule, context);
    if (options) ruleOptions[key] = options;
  }
  return { rules, ruleOptions };
}

function severityAt(entry: Said, rule: Rule | undefined, { report }: Context): Severity | "off" | undefined {
  const found = severityOf(entry.value);
  if (found) return found;
  const options = Object.keys(rule?.options ?? {});
  const words = orList(severityWords);
  const near = nearest(textOf(entry.value) ?? "", severityWords);
  const what = options.length ? say`${words}, or a map with severity and ${options.join(", ")}` : words;
  wrong(entry, what, report, near);
  return undefined;
}

/** `off` alone would be a boolean in older YAML; here it is a word, and so is `false`. */
export function severityOf(tree: Tree): Severity | "off" | undefined {
  const text = textOf(tree);
  if (text === "off" || text === "false") return "off";
  return severities.find((severity) => severity === text);
}

function optionsOf(
  entries: readonly Entry[],
  id: string,
  rule: Rule | undefined,
  { report, said }: Context,
): RuleOptions[string] | undefined {
  const options: { [name: string]: unknown } = {};
  const params: { readonly [name: string]: Param<unknown> } = rule?.options ?? {};
  for (const entry of entries) {
    const { key, keySpan } = entry;
    if (key === "severity") continue;
    if (!Object.hasOwn(params, key)) {
      const all = ["severity", ...Object.keys(params)];
      const near = nearest(key, all);
      const has = all.length > 1 ? say`it has ${orList(all)}` : say`all that can be said of it is its severity`;
      const message = say`${id} has no option ${key}${near ? didYouMean(near) : say`; ${has}`}`;
      report(problem("unknown-setting", keySpan, message, changeTo(near, keySpan)));
      continue;
    }
    const read = optionAt(entry, params[key]!, report);
    if (!read) continue;
    options[key] = read.ok;
    said(`rules.${id}.${key}`, keySpan);
  }
  return Object.keys(options).length ? options : undefined;
}

/** A value as an option takes it; nothing where it is of another kind, which is reported. */
export function optionAt(entry: Entry, { type }: Param<unknown>, report: Context["report"]) {
  const read = type.read(valueAt(entry.value, placeOf(entry)));
  if (read === "unknown") return undefined;
  if ("ok" in read) return read;
  const { span, expected, found } = read.mismatch;
  const not = isMissing(entry.value) ? empty : say`, not ${found}`;
  report(problem("wrong-setting", span, say`${entry.key} is ${withArticle(expected)}${not}`));
  return undefined;
}
