import { listed, say } from "../core/message";
import { nearest } from "../core/nearest";
import { problem, type Report } from "../core/problem";
import type { RuleSet } from "../core/rule";
import type { Span } from "../core/span";
import { type Entry, isMissing, itemsOf, type Tree, textOf } from "../tree/tree";
import { setNames } from "./keys";
import { orList, unknownWord, wrong } from "./reading";

/** What a configuration builds on: a set of rules, or another file, as it is written. */
export type Extension = { readonly span: Span } & ({ readonly set: RuleSet } | { readonly file: string });

export function extendsAt(entry: Entry | undefined, report: Report): readonly Extension[] {
  if (!entry) return [];
  const { value } = entry;
  const items: readonly Tree[] = value.kind === "list" ? itemsOf(value) : [value];
  if (isMissing(value) || value.kind === "map") wrong(entry, what, report);
  return items.filter((item) => !isMissing(item) && value.kind !== "map").flatMap((item) => extensionOf(item, report));
}

const what = say`${orList(setNames)}, a YAML file such as ./strict.convlint.yaml, or a list of them`;

function extensionOf(item: Tree, report: Report): readonly Extension[] {
  const text = textOf(item);
  const { span } = item;
  if (text !== undefined && setNames.includes(text)) return [{ set: text as RuleSet, span }];
  if (text !== undefined && /\.ya?ml$/i.test(text)) return [{ file: text, span }];
  if (text === undefined) report(problem("wrong-setting", span, say`extends is ${what}`));
  else if (/[\\/]|\.\w+$/.test(text))
    report(problem("wrong-setting", span, say`extends takes files of YAML and nothing else, not ${text}`));
  else {
    const near = nearest(text, setNames);
    const choice = near
      ? say``
      : say`; there are ${listed(setNames.map((name) => say`${name}`))}, and files that end in .yaml`;
    unknownWord(span, say`no set of rules is called ${text}${choice}`, near, report);
  }
  return [];
}
