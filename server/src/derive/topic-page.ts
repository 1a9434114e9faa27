import { type Param, showDefault } from "../core/param";
import { type Rule, usual } from "../core/rule";
import type { Examples, Fixable } from "./examples";
import { fixable, readable } from "./examples";
import written from "./rates.json";
import { row, table } from "./table";
import type { Demand, Topic } from "./topic";

const sources: { readonly [kind in Topic["kind"]]: string } = {
  rule: "a lint",
  constraint: "a condition of an operator",
  check: "found while reading",
};

const offers = (fix: Fixable): string =>
  fix === "safe" ? " · `--fix` mends it" : fix === "unsafe" ? " · `--unsafe-fixes` mends it" : "";

/** The page about one id: what is wrong, why it matters, and what people wrote about it. */
export function topicPage(topic: Topic, examples: Examples): string {
  const body = examples[topic.id];
  const { id, kind, severity, summary, why, ops, rule } = topic;
  return [
    `# ${id}`,
    `**${severity}**${rule ? off(rule) : ""} · ${sources[kind]}${rule ? ` since ${rule.since}` : ""}${offers(fixable(body))}`,
    ...(ops.length ? [demands(ops)] : [[summary, why].filter(Boolean).join(" ")]),
    ...(body ? [readable(body)] : []),
    ...(rule ? about(rule) : []),
    rule && usual(rule) === "off" ? asking(rule) : silencing(id),
  ].join("\n\n");
}

const off = (rule: Rule): string => (usual(rule) === "off" ? ", off by default" : "");

const silencing = (id: string): string =>
  `To silence it on one line: \`# convlint-disable-line ${id} -- why\`. In a whole project, in \`.convlint.yaml\`: \`rules: { ${id}: off }\`.`;

const asking = ({ id, set, severity }: Rule): string =>
  `To be told of it, in \`.convlint.yaml\`: \`rules: { ${id}: ${severity} }\`, or \`extends: ${set}\`${set === "all" ? "" : ` for all of the set *${set}*`}.`;

/** Options and the reason of a lint. */
function about({ id, options, source }: Rule): readonly string[] {
  const all = Object.entries<Param<unknown>>(options);
  const rows = all.map(([name, param]) => row([`\`${name}\``, param.type.label, showDefault(param) ?? "", param.doc]));
  const example = all.map(([name, param]) => `${name}: ${showDefault(param) ?? "…"}`).join(", ");
  return [
    ...(rows.length
      ? [
          "## Options",
          table(["option", "value", "default", ""], rows),
          `In \`.convlint.yaml\`: \`rules: { ${id}: { ${example} } }\`.`,
        ]
      : []),
    ...rateOf(id),
    ...(source ? [`Source: <${source}>`] : []),
  ];
}

/** How often it reports where nothing should be wrong. */
function rateOf(id: string): readonly string[] {
  const found = rates.rules[id];
  if (!found) return [];
  const told = groups.map(([group, name]) => `${found[group].told} of ${rates.networks[group]} ${name}`).join(" and ");
  const wrong = groups.reduce((sum, [group]) => sum + found[group].false, 0);
  const all = groups.reduce((sum, [group]) => sum + found[group].told, 0);
  const judged =
    all === 0 ? "" : wrong ? `; in ${wrong} of them it is a matter of taste or wrong` : "; all of them are right";
  return [`On networks known to be good it reports in ${told}${judged}.`];
}

type Group = "zoo" | "ultralytics";
const groups: readonly (readonly [Group, string])[] = [
  ["zoo", "files of the zoo"],
  ["ultralytics", "files of Ultralytics and YOLO"],
];

const rates: {
  readonly networks: { readonly [group in Group]: number };
  readonly rules: {
    readonly [id: string]: { readonly [group in Group]: { readonly told: number; readonly false: number } };
  };
} = written;

/** What the operators ask for; those that ask the same share a line. */
function demands(all: readonly Demand[]): string {
  const byText = new Map<string, string[]>();
  for (const { op, framework, doc } of all) {
    const who = `[${op.name}](../ops/${op.name}.md)${framework ? ` in ${framework}` : ""}`;
    byText.set(doc, [...(byText.get(doc) ?? []), who]);
  }
  return [...byText].map(([doc, who]) => `* ${who.join(", ")}: ${doc}`).join("\n");
}
