import type { CommandPage } from "../commands";
import type { Option } from "../option";
import { choicesOf, isPath, optionsOf, type Pages, quoted, rulesCanBe, type Words } from "./words";

export const fish = (pages: Pages, words: Words): string =>
  [
    "# Completion of convlint for fish: convlint completion fish > ~/.config/fish/completions/convlint.fish",
    "complete -c convlint -e",
    "complete -c convlint -f",
    ...pages.map(([name, { summary }]) => `${first} -a ${name} -d ${said(summary)}`),
    `${first} -a help -d ${said("what a command does and takes")}`,
    `${first} -l help`,
    `${first} -l version`,
    `${after("help")} -a ${said(pages.map(([name]) => name).join(" "))}`,
    ...pages.flatMap(([name, page]) => [
      ...optionsOf(page).map(([option, its]) => optionLine(name, option, its, words)),
      ...operandLine(name, page, words),
    ]),
    "",
  ].join("\n");

const first = "complete -c convlint -n __fish_use_subcommand";
const after = (command: string): string => `complete -c convlint -n '__fish_seen_subcommand_from ${command}'`;

/** Inside single quotes fish knows a backslash too. */
const said = (text: string): string => quoted(text.replaceAll("\\", "\\\\"), "\\'");

function optionLine(command: string, name: string, { type, values, doc }: Option, words: Words): string {
  const line = `${after(command)} -l ${name} -d ${said(doc)}`;
  if (type === "boolean") return line;
  if (isPath(values)) return `${line} -r -F`;
  const choices = choicesOf(values, words);
  if (!choices) return `${line} -x`;
  const all = values === "rule" ? choices.flatMap((id) => rulesCanBe.map((severity) => `${id}=${severity}`)) : choices;
  return `${line} -x -a ${said(all.join(" "))}`;
}

function operandLine(command: string, { operands }: CommandPage, words: Words): readonly string[] {
  if (isPath(operands)) return [`${after(command)} -F`];
  const choices = choicesOf(operands, words);
  return choices ? [`${after(command)} -a ${said(choices.join(" "))}`] : [];
}
