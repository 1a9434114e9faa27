import type { Op, Ports } from "../core/op";
import { twins } from "../vocabularies/twins";
import { type Word, wordsOf } from "./frameworks";
import { argumentsOf, sideBySide } from "./op-arguments";
import { examplesOf } from "./op-example";
import { demandsOf } from "./topic";

/** The page of one operator: what it does, how each framework says it, a model of it, and what can be wrong. */
export const opPage = (op: Op): string =>
  [
    `# ${op.name}`,
    op.summary,
    ...(op.formula ? [fence("text", op.formula)] : []),
    `Reads ${ports(op.inputs)}, gives ${ports(op.outputs)}.${op.source ? ` Shape and counts follow [the documentation](${op.source}).` : ""}`,
    ...like(op),
    ...sections(wordsOf(op)),
    ...example(op),
    ...constraints(op),
  ].join("\n\n");

const fence = (info: string, body: string): string => "```" + info + "\n" + body + "\n```";

const ports = (all: Ports): string =>
  Object.entries(all)
    .map(([name, axes]) => `\`${name}: ${axes}\``)
    .join(", ");

/** Operators of the other framework by which this one can be said. */
function like(op: Op): readonly string[] {
  const others = new Set(
    twins.filter(({ from, behind, first }) => from === op && !behind && !first).map(({ to }) => to),
  );
  const links = [...others].map(({ name }) => `[${name}](${name}.md)`);
  return links.length ? [`The like in the other framework: ${links.join(", ")}.`] : [];
}

/** The two frameworks side by side, then whatever is said otherwise; frameworks that say the same share a section. */
function sections(words: readonly Word[]): readonly string[] {
  const byText = new Map<string, Word[]>();
  for (const word of words) {
    const text = argumentsOf(word.spelling);
    byText.set(text, [...(byText.get(text) ?? []), word]);
  }
  const groups = [...byText];
  const main = ["PyTorch", "Keras"].map((framework) => groups.find(([, all]) => all[0]!.framework === framework));
  const [one, two] = main;
  if (!one || !two) return groups.flatMap(([text, all]) => [`## ${headingOf(all)}`, text]);
  const both = [...one[1], ...two[1]];
  return [
    `## ${headingOf(both)}`,
    sideBySide([one[1][0]!, two[1][0]!]),
    ...groups.filter((group) => !main.includes(group)).flatMap(([text, all]) => [`## ${headingOf(all)}`, text]),
  ];
}

function headingOf(words: readonly Word[]): string {
  const byName = new Map<string, string[]>();
  for (const { framework, name } of words) byName.set(name, [...(byName.get(name) ?? []), framework]);
  return [...byName].map(([name, frameworks]) => `\`${name}\` in ${frameworks.join(", ")}`).join("; ");
}

/** Small models that hold, with what each gives. */
function example(op: Op): readonly string[] {
  const all = examplesOf(op);
  return all.length ? ["## Example", ...all.map(({ text }) => fence("yaml", text))] : [];
}

function constraints(op: Op): readonly string[] {
  const all = demandsOf(op).map(
    ([id, { framework, doc }]) => `* [${id}](../rules/${id}.md)${framework ? ` in ${framework}` : ""}: ${doc}`,
  );
  return all.length ? ["## What can be wrong", all.join("\n")] : [];
}
