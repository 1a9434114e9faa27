import { type CommandPage, commandPages, pageOf } from "./commands";
import type { Option } from "./option";

const widest = 100;

/** What `convlint --help` says, and `convlint COMMAND --help`. */
export const help = (command = ""): string => {
  const page = pageOf(command);
  return page ? commandHelp(page) : overview();
};

function overview(): string {
  const pages = Object.values<CommandPage>(commandPages);
  const width = Math.max(...pages.map(({ usage }) => usage.length)) + 2;
  return joined([
    ["convlint finds shape errors in convolutional networks before Python starts."],
    ["Usage: convlint COMMAND [ARGUMENT…]"],
    pages.flatMap(({ usage, summary }) => entry(usage, summary, width)),
    ["convlint help COMMAND says more of one, convlint --version which version this is."],
  ]);
}

function commandHelp({ usage, about, options, exit, examples }: CommandPage): string {
  const all = Object.entries<Option>(options);
  const groups = [...new Set(all.map(([, { group }]) => group))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return joined([
    [`Usage: convlint ${usage}`],
    about,
    ...groups.map((group) => [
      `${group}:`,
      ...all.filter(([, option]) => option.group === group).flatMap(([name, option]) => optionLine(name, option)),
    ]),
    ["Exit status:", ...exit.flatMap(([status, meaning]) => entry(status, meaning, 3))],
    ...(examples.length ? [["Examples:", ...examples.flatMap(([line, meaning]) => example(line, meaning))]] : []),
  ]);
}

const order: readonly Option["group"][] = ["Problems", "Fixes", "Models", "Input", "Output", "General"];

const joined = (parts: readonly (readonly string[])[]): string =>
  `${parts.map((part) => part.join("\n")).join("\n\n")}\n`;

const optionLine = (name: string, { value, doc }: Option): readonly string[] =>
  entry(value === undefined ? `--${name}` : `--${name} ${value}`, doc, 22);

const example = (line: string, meaning: string): readonly string[] => [`  ${line}`, `      ${meaning}`];

/** A term and what it means beside it, on as many lines as that takes. */
function entry(term: string, meaning: string, width: number): readonly string[] {
  const [first = "", ...more] = wrapped(meaning, widest - width - 2);
  const head =
    term.length < width ? [`  ${term.padEnd(width)}${first}`] : [`  ${term}`, `  ${" ".repeat(width)}${first}`];
  return [...head, ...more.map((line) => `  ${" ".repeat(width)}${line}`)];
}

function wrapped(sentence: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of sentence.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
