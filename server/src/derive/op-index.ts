import { type Message, render, say } from "../core/message";
import type { Op, Trait } from "../core/op";
import { english, told, type Voice } from "../core/voice";
import { vocabularies } from "../vocabularies/index";
import { ops, wordsOf } from "./frameworks";
import { row, table } from "./table";

const axes = say`What an operator reads and gives is written with the names of its axes: \`N\` is the batch, \`C\` channels, \`H\` height, \`W\` width, \`F\` features; \`...\` are any axes, \`*\` is a tensor of any, \`+\` stands for one or more tensors, or for any number of results, and \`?\` for a tensor that may be left out. Keras has the channels last.`;

const heads = [say`operator`, say`also written`, say`what it does`];

const [shapes, values, modules] = [say`Shapes`, say`Values`, say`Modules of Ultralytics`];

/** Families by what an operator is above all; of several traits the first here counts. */
const families: readonly (readonly [trait: Trait, title: Message])[] = [
  ["convolution", say`Convolutions`],
  ["dense", say`Matrix products`],
  ["normalisation", say`Normalisation`],
  ["activation", say`Activations`],
  ["pooling", say`Pooling`],
  ["join", say`Joins`],
  ["flatten", shapes],
  ["view", shapes],
  ["reshape", shapes],
  ["head", say`Heads`],
];

const frameworks: ReadonlySet<string> = new Set(vocabularies.map(({ title }) => title));

function familyOf(op: Op): Message {
  if (!wordsOf(op).some(({ framework }) => frameworks.has(framework))) return modules;
  return families.find(([trait]) => op.traits.includes(trait))?.[1] ?? values;
}

const titles = [...new Set([...families.map(([, title]) => title), values, modules])];

/** All operators by family, each with its other names. */
export function opsIndex(voice: Voice = english): string {
  const t = (message: Message): string => render(message, voice);
  const sections = titles.flatMap((title) => {
    const rows = ops.filter((op) => familyOf(op) === title).map((op) => rowOf(op, voice));
    return rows.length ? [`## ${t(title)}`, table(heads.map(t), rows)] : [];
  });
  return [`# ${render(say`Operators`, voice)}`, render(axes, voice), ...sections].join("\n\n");
}

function rowOf(op: Op, voice: Voice): string {
  const others = new Set(wordsOf(op).map(({ name }) => name));
  others.delete(op.name);
  return row([
    `[${op.name}](${op.name}.md)`,
    [...others].map((name) => `\`${name}\``).join(", "),
    told(op.summary, voice),
  ]);
}
