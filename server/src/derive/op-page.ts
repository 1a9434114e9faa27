import { inRow, render, say, verbatim } from "../core/message";
import type { Op, Ports } from "../core/op";
import { english, told, type Voice } from "../core/voice";
import { twins } from "../vocabularies/twins";
import { type Word, wordsOf } from "./frameworks";
import { argumentsOf, sideBySide } from "./op-arguments";
import { examplesOf } from "./op-example";
import { inParagraph } from "./table";
import { demandsOf } from "./topic";

/** The page of one operator: what it does, how each framework says it, a model of it, and what can be wrong. */
export const opPage = (op: Op, voice: Voice = english): string =>
  [
    `# ${op.name}`,
    told(op.summary, voice),
    ...(op.formula ? [fence("text", told(op.formula, voice))] : []),
    inParagraph(
      [
        say`Reads ${ports(op.inputs)}, gives ${ports(op.outputs)}.`,
        ...(op.source ? [say`Shape and counts follow [the documentation](${op.source}).`] : []),
      ].map((sentence) => render(sentence, voice)),
    ),
    ...like(op, voice),
    ...sections(wordsOf(op), voice),
    ...example(op, voice),
    ...constraints(op, voice),
  ].join("\n\n");

const fence = (info: string, body: string): string => "```" + info + "\n" + body + "\n```";

const ports = (all: Ports): string =>
  Object.entries(all)
    .map(([name, axes]) => `\`${name}: ${axes}\``)
    .join(", ");

/** Operators of the other framework by which this one can be said. */
function like(op: Op, voice: Voice): readonly string[] {
  const others = new Set(
    twins.filter(({ from, behind, first }) => from === op && !behind && !first).map(({ to }) => to),
  );
  const links = [...others].map(({ name }) => `[${name}](${name}.md)`);
  return links.length ? [render(say`The like in the other framework: ${inRow(links.map(verbatim))}.`, voice)] : [];
}

/** The two frameworks side by side, then whatever is said otherwise; frameworks that say the same share a section. */
function sections(words: readonly Word[], voice: Voice): readonly string[] {
  const byText = new Map<string, Word[]>();
  for (const word of words) {
    const text = argumentsOf(word.spelling, voice);
    byText.set(text, [...(byText.get(text) ?? []), word]);
  }
  const groups = [...byText];
  const main = ["PyTorch", "Keras"].map((framework) => groups.find(([, all]) => all[0]!.framework === framework));
  const [one, two] = main;
  if (!one || !two) return groups.flatMap(([text, all]) => [`## ${headingOf(all, voice)}`, text]);
  const both = [...one[1], ...two[1]];
  return [
    `## ${headingOf(both, voice)}`,
    sideBySide([one[1][0]!, two[1][0]!], voice),
    ...groups.filter((group) => !main.includes(group)).flatMap(([text, all]) => [`## ${headingOf(all, voice)}`, text]),
  ];
}

function headingOf(words: readonly Word[], voice: Voice): string {
  const byName = new Map<string, string[]>();
  for (const { framework, name } of words) byName.set(name, [...(byName.get(name) ?? []), framework]);
  return [...byName]
    .map(([name, frameworks]) => say`${`\`${name}\``} in ${inRow(frameworks.map(verbatim))}`)
    .map((part) => render(part, voice))
    .join("; ");
}

/** Behind a row its figures are said, all else of a model is code. */
const counted = (text: string, voice: Voice): string =>
  text.replace(/(?<=# → .*· )([\d,]+) parameters/g, (_, count: string) => render(say`${count} parameters`, voice));

/** Small models that hold, with what each gives. */
function example(op: Op, voice: Voice): readonly string[] {
  const all = examplesOf(op);
  return all.length
    ? [`## ${render(say`Example`, voice)}`, ...all.map(({ text }) => fence("yaml", counted(text, voice)))]
    : [];
}

function constraints(op: Op, voice: Voice): readonly string[] {
  const all = demandsOf(op).map(([id, { framework, doc }]) => {
    const link = `[${id}](../rules/${id}.md)`;
    const where = framework ? say`${link} in ${framework}` : say`${link}`;
    return `* ${render(say`${where}: ${verbatim(doc)}`, voice)}`;
  });
  return all.length ? [`## ${render(say`What can be wrong`, voice)}`, all.join("\n")] : [];
}
