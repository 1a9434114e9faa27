import { inRow, type Message, render, say, verbatim } from "../core/message";
import { once } from "../core/once";
import { type Param, showDefault } from "../core/param";
import { type Rule, usual } from "../core/rule";
import { english, told, type Voice } from "../core/voice";
import type { Examples, Fixable } from "./examples";
import { fixable, readable } from "./examples";
import written from "./rates.json";
import { inParagraph, row, table } from "./table";
import type { Demand, Topic } from "./topic";

const sources: { readonly [kind in Topic["kind"]]: Message } = {
  rule: say`a lint`,
  constraint: say`a condition of an operator`,
  check: say`found while reading`,
};

const offers = (fix: Fixable): readonly Message[] =>
  fix === undefined ? [] : [fix === "safe" ? say`\`--fix\` mends it` : say`\`--unsafe-fixes\` mends it`];

/** The page about one id: what is wrong, why it matters, and what people wrote about it. */
export function topicPage(topic: Topic, examples: Examples, voice: Voice = english): string {
  const t = (message: Message): string => render(message, voice);
  const body = examples[topic.id];
  const { id, kind, severity, summary, why, ops, rule } = topic;
  return [
    `# ${id}`,
    [
      t(
        rule && usual(rule) === "off" ? say`**${verbatim(severity)}**, off by default` : say`**${verbatim(severity)}**`,
      ),
      t(rule ? say`${sources[kind]} since ${rule.since}` : sources[kind]),
      ...offers(fixable(body)).map(t),
    ].join(" · "),
    ...(ops.length
      ? [demands(ops, voice)]
      : [inParagraph([summary, ...(why ? [why] : [])].map((sentence) => told(sentence, voice)))]),
    ...(body ? [readable(body, voice)] : []),
    ...(rule ? about(rule, t, voice) : []),
    ...(rule && usual(rule) === "off" ? asking(rule) : silencing(id)).map(t),
  ].join("\n\n");
}

const silencing = (id: string): readonly Message[] => [
  say`To silence it on one line: ${`\`# convlint-disable-line ${id} -- why\``}. In a whole project, in \`.convlint.yaml\`: ${`\`rules: { ${id}: off }\``}.`,
];

function asking({ id, set, severity }: Rule): readonly Message[] {
  const [one, all] = [`\`rules: { ${id}: ${severity} }\``, `\`extends: ${set}\``];
  return set === "all"
    ? [say`To be told of it, in \`.convlint.yaml\`: ${one}, or ${all}.`]
    : [say`To be told of it, in \`.convlint.yaml\`: ${one}, or ${all} for all of the set *${set}*.`];
}

/** Options and the reason of a lint. */
function about({ id, options, source }: Rule, t: (message: Message) => string, voice: Voice): readonly string[] {
  const all = Object.entries<Param<unknown>>(options);
  const rows = all.map(([name, param]) =>
    row([`\`${name}\``, told(param.type.label, voice), told(showDefault(param) ?? "", voice), told(param.doc, voice)]),
  );
  const example = all.map(([name, param]) => `${name}: ${showDefault(param) ?? "…"}`).join(", ");
  return [
    ...(rows.length
      ? [
          `## ${t(say`Options`)}`,
          table([t(say`option`), t(say`value`), t(say`default`), ""], rows),
          t(say`In \`.convlint.yaml\`: ${`\`rules: { ${id}: { ${example} } }\``}.`),
        ]
      : []),
    ...rateOf(id).map(t),
    ...(source ? [t(say`Source: <${source}>`)] : []),
  ];
}

/** How often it reports where nothing should be wrong. */
function rateOf(id: string): readonly Message[] {
  const { networks, rules } = rates();
  const found = rules[id];
  if (!found) return [];
  const { zoo, ultralytics } = found;
  const wrong = zoo.false + ultralytics.false;
  const where = say`On networks known to be good it reports in ${zoo.told} of ${networks.zoo} files of the zoo and ${ultralytics.told} of ${networks.ultralytics} files of Ultralytics and YOLO`;
  if (zoo.told + ultralytics.told === 0) return [say`${where}.`];
  return [
    wrong
      ? say`${where}; in ${wrong} of them it is a matter of taste or wrong.`
      : say`${where}; all of them are right.`,
  ];
}

type Group = "zoo" | "ultralytics";

interface Rates {
  readonly networks: { readonly [group in Group]: number };
  readonly rules: {
    readonly [id: string]: { readonly [group in Group]: { readonly told: number; readonly false: number } };
  };
}

const rates = once((): Rates => JSON.parse(written));

/** What the operators ask for; those that ask the same share a line. */
function demands(all: readonly Demand[], voice: Voice): string {
  const byText = new Map<string, string[]>();
  for (const { op, framework, doc } of all) {
    const link = `[${op.name}](../ops/${op.name}.md)`;
    const who = render(framework ? say`${link} in ${framework}` : say`${link}`, voice);
    byText.set(doc, [...(byText.get(doc) ?? []), who]);
  }
  return [...byText]
    .map(([doc, who]) => `* ${render(say`${inRow(who.map(verbatim))}: ${verbatim(doc)}`, voice)}`)
    .join("\n");
}
