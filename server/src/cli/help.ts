import { type Message, render, say } from "../core/message";
import { english, told, type Voice } from "../core/voice";
import { padEndTo, widest, widthOf } from "../core/width";
import { type CommandPage, commandPages, pageOf } from "./commands";
import type { Option } from "./option";

const most = 100;

/** What `convlint --help` says, and `convlint COMMAND --help`. */
export const help = (command = "", voice = english): string => {
  const page = pageOf(command);
  return page ? commandHelp(page, voice) : overview(voice);
};

function overview(voice: Voice): string {
  const tell = (message: Message): string => render(message, voice);
  const pages = Object.values<CommandPage>(commandPages);
  const width = widest(pages.map(({ usage }) => usage)) + 2;
  return joined([
    [tell(say`convlint finds shape errors in convolutional networks before Python starts.`)],
    [tell(say`Usage: ${"convlint COMMAND [ARGUMENT…]"}`)],
    pages.flatMap(({ usage, summary }) => entry(usage, told(summary, voice), width)),
    [tell(say`convlint help COMMAND says more of one, convlint --version which version this is.`)],
  ]);
}

function commandHelp({ usage, about, options, exit, examples }: CommandPage, voice: Voice): string {
  const tell = (message: Message): string => render(message, voice);
  const all = Object.entries<Option>(options);
  const groups = [...new Set(all.map(([, { group }]) => group))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return joined([
    [tell(say`Usage: ${`convlint ${usage}`}`)],
    about.map((line) => told(line, voice)),
    ...groups.map((group) => [
      told(`${group}:`, voice),
      ...all
        .filter(([, option]) => option.group === group)
        .flatMap(([name, option]) => optionLine(name, option, voice)),
    ]),
    [tell(say`Exit status:`), ...exit.flatMap(([status, meaning]) => entry(status, told(meaning, voice), 3))],
    ...(examples.length
      ? [[tell(say`Examples:`), ...examples.flatMap(([line, meaning]) => example(line, told(meaning, voice)))]]
      : []),
  ]);
}

const order: readonly Option["group"][] = [
  "Cards",
  "Answers",
  "Problems",
  "Fixes",
  "Models",
  "Input",
  "Output",
  "General",
];

const joined = (parts: readonly (readonly string[])[]): string =>
  `${parts.map((part) => part.join("\n")).join("\n\n")}\n`;

const optionLine = (name: string, { value, doc }: Option, voice: Voice): readonly string[] =>
  entry(value === undefined ? `--${name}` : `--${name} ${value}`, told(doc, voice), 22);

const example = (line: string, meaning: string): readonly string[] => [`  ${line}`, `      ${meaning}`];

/** A term and what it means beside it, on as many lines as that takes. */
function entry(term: string, meaning: string, width: number): readonly string[] {
  const [first = "", ...more] = wrapped(meaning, most - width - 2);
  const head =
    widthOf(term) < width ? [`  ${padEndTo(term, width)}${first}`] : [`  ${term}`, `  ${" ".repeat(width)}${first}`];
  return [...head, ...more.map((line) => `  ${" ".repeat(width)}${line}`)];
}

/** A line breaks at a blank, and between any two letters of a language that has none. */
export function wrapped(sentence: string, width: number): readonly string[] {
  const lines = [""];
  for (const piece of sentence.split(/(?= )|(?<=[\p{Script=Han}，。；、：）])(?=[\p{Script=Han}（“])/u)) {
    const last = lines.at(-1)!;
    if (last === "" || widthOf(last) + widthOf(piece) <= width) lines[lines.length - 1] = last + piece;
    else lines.push(piece.trimStart());
  }
  return lines;
}
