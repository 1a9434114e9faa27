import type { Examples, Fixable } from "./examples";
import { fixable, readable } from "./examples";
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
  const { id, kind, severity, summary, why, ops } = topic;
  return [
    `# ${id}`,
    `**${severity}** · ${sources[kind]}${offers(fixable(body))}`,
    ...(ops.length ? [demands(ops)] : [[summary, why].filter(Boolean).join(" ")]),
    ...(body ? [readable(body)] : []),
    `To silence it on one line: \`# convlint-disable-line ${id} -- why\`. In a whole project, in \`.convlint.yaml\`: \`rules: { ${id}: off }\`.`,
  ].join("\n\n");
}

/** What the operators ask for; those that ask the same share a line. */
function demands(all: readonly Demand[]): string {
  const byText = new Map<string, string[]>();
  for (const { op, framework, doc } of all) {
    const who = `[${op.name}](../ops/${op.name}.md)${framework ? ` in ${framework}` : ""}`;
    byText.set(doc, [...(byText.get(doc) ?? []), who]);
  }
  return [...byText].map(([doc, who]) => `* ${who.join(", ")}: ${doc}`).join("\n");
}
