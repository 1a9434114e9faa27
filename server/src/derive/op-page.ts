import type { Op, Ports } from "../core/op";
import { isRequired, type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling } from "../core/vocabulary";
import { type Word, wordsOf } from "./frameworks";
import { row, table } from "./table";
import { demandsOf } from "./topic";

/** The page of one operator: what it does, how each framework says it, and what can be wrong. */
export const opPage = (op: Op): string =>
  [
    `# ${op.name}`,
    op.summary,
    ...(op.formula ? ["```text\n" + op.formula + "\n```"] : []),
    `Reads ${ports(op.inputs)}, gives ${ports(op.outputs)}.${op.source ? ` Shape and counts follow [the documentation](${op.source}).` : ""}`,
    ...sections(wordsOf(op)),
    ...constraints(op),
  ].join("\n\n");

const ports = (all: Ports): string =>
  Object.entries(all)
    .map(([name, axes]) => `\`${name}: ${axes}\``)
    .join(", ");

/** One section for each way to call it; frameworks that say the same share one. */
function sections(words: readonly Word[]): readonly string[] {
  const byText = new Map<string, Word[]>();
  for (const word of words) {
    const text = argumentsOf(word.spelling);
    byText.set(text, [...(byText.get(text) ?? []), word]);
  }
  return [...byText].flatMap(([text, all]) => [`## ${headingOf(all)}`, text]);
}

function headingOf(words: readonly Word[]): string {
  const byName = new Map<string, string[]>();
  for (const { framework, name } of words) byName.set(name, [...(byName.get(name) ?? []), framework]);
  return [...byName].map(([name, frameworks]) => `\`${name}\` in ${frameworks.join(", ")}`).join("; ");
}

function argumentsOf(spelling: Spelling): string {
  const silent = spelling.order.filter((word) => spelling.ignores.includes(word));
  const rows = spelling.order.filter((word) => !silent.includes(word)).map((word) => argument(spelling, word));
  return [
    rows.length
      ? table(["argument", "takes", "default", "what it is"], rows)
      : "It takes no argument that matters to shapes.",
    ...(silent.length
      ? [`Also taken, without influence on shapes and counts: ${silent.map((word) => `\`${word}\``).join(", ")}.`]
      : []),
  ].join("\n\n");
}

function argument(spelling: Spelling, word: string): string {
  const name = parameterOf(spelling, word);
  const param: Param<unknown> | undefined = spelling.params[name ?? ""];
  if (param) {
    const unit = param.unit ? ` (${param.unit})` : "";
    const left = showDefault(param);
    const shown = left !== undefined ? `\`${left}\`` : isRequired(param) ? "required" : "none";
    return row([`\`${word}\``, param.type.label + unit, shown, param.doc]);
  }
  const axis = spelling.states[word];
  return axis
    ? row([
        `\`${word}\``,
        "integer",
        "what arrives",
        `May be left out; where it is written, it is compared with \`${axis}\`.`,
      ])
    : row([`\`${word}\``, "an operator's name", "none", "Applied to the result, as a layer of its own."]);
}

function constraints(op: Op): readonly string[] {
  const all = demandsOf(op).map(
    ([id, { framework, doc }]) => `* [${id}](../rules/${id}.md)${framework ? ` in ${framework}` : ""}: ${doc}`,
  );
  return all.length ? ["## What can be wrong", all.join("\n")] : [];
}
