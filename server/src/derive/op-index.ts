import type { Op, Trait } from "../core/op";
import { vocabularies } from "../vocabularies/index";
import { ops, wordsOf } from "./frameworks";
import { row, table } from "./table";

const axes =
  "What an operator reads and gives is written with the names of its axes: `N` is the batch, `C` channels, `H` height, " +
  "`W` width, `F` features; `...` are any axes, `*` is a tensor of any, `+` stands for one or more tensors, or for any " +
  "number of results, and `?` for a tensor that may be left out. Keras has the channels last.";

/** Families by what an operator is above all; of several traits the first here counts. */
const families: readonly (readonly [trait: Trait, title: string])[] = [
  ["convolution", "Convolutions"],
  ["dense", "Matrix products"],
  ["normalisation", "Normalisation"],
  ["activation", "Activations"],
  ["pooling", "Pooling"],
  ["join", "Joins"],
  ["flatten", "Shapes"],
  ["view", "Shapes"],
  ["reshape", "Shapes"],
  ["head", "Heads"],
];

const frameworks: ReadonlySet<string> = new Set(vocabularies.map(({ title }) => title));

function familyOf(op: Op): string {
  if (!wordsOf(op).some(({ framework }) => frameworks.has(framework))) return "Modules of Ultralytics";
  return families.find(([trait]) => op.traits.includes(trait))?.[1] ?? "Values";
}

const titles = [...new Set([...families.map(([, title]) => title), "Values", "Modules of Ultralytics"])];

/** All operators by family, each with its other names. */
export function opsIndex(): string {
  const sections = titles.flatMap((title) => {
    const rows = ops.filter((op) => familyOf(op) === title).map(rowOf);
    return rows.length ? [`## ${title}`, table(["operator", "also written", "what it does"], rows)] : [];
  });
  return ["# Operators", axes, ...sections].join("\n\n");
}

function rowOf(op: Op): string {
  const others = new Set(wordsOf(op).map(({ name }) => name));
  others.delete(op.name);
  return row([`[${op.name}](${op.name}.md)`, [...others].map((name) => `\`${name}\``).join(", "), op.summary]);
}
