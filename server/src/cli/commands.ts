import type { Options, Values } from "./option";
import * as tables from "./option-tables";

export const shells = ["bash", "zsh", "fish"] as const;

/** A command as it is told of: its page of help, what the shell completes, what it takes. */
export interface CommandPage {
  readonly usage: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What it does, in lines of at most 100 characters. */
  readonly about: readonly string[];
  readonly options: Options;
  /** What stands behind it that is no option. */
  readonly operands?: Values;
  /** What the exit status says. */
  readonly exit: readonly (readonly [status: string, meaning: string])[];
  readonly examples: readonly (readonly [line: string, meaning: string])[];
}

const done: CommandPage["exit"] = [
  ["0", "it was done"],
  ["2", "wrong use, or an internal fault"],
];

/** In the order in which they are listed. */
export const commandPages = {
  check: {
    usage: "check [PATH…]",
    summary: "lint files, folders and globs (default: the current folder)",
    about: [
      "Reads model files and configurations, infers every shape and says what is wrong, where, and how to mend it.",
      "In a folder everything is looked at that .gitignore does not leave out; a file that is named always is.",
      "Of Python that is what imports torch.nn; nothing is run, and what is installed is passed over.",
      "`-` is standard input, whose name --stdin-path says.",
    ],
    options: tables.checkOptions,
    operands: "model",
    exit: [
      ["0", "nothing at error severity, and at most --max-warnings warnings"],
      ["1", "problems"],
      ["2", "wrong use, a file that cannot be read or is no model though it was named, or an internal fault"],
    ],
    examples: [
      ["convlint check", "everything in the current folder"],
      ["convlint check models 'cfg/**/*.yaml'", "a folder, and what a glob finds"],
      ["convlint check --fix --rule bias-before-norm=off", "mend what can be mended safely, without one rule"],
      ["convlint check --update-shapes --diff", "comments on shapes that are not true, and what is so"],
      ["convlint check --format sarif --output-file convlint.sarif", "a report for code scanning"],
      ["convlint check - --stdin-path net.cnn.yaml < net.cnn.yaml", "what an editor holds"],
    ],
  },
  summary: {
    usage: "summary FILE",
    summary: "a table of layers: shape, parameters, MACs, memory, receptive field; totals",
    about: [
      "Without --scale it takes the size that the name of the file says, else the first. A model with errors is",
      "summed up as far as it is known.",
    ],
    options: tables.summaryOptions,
    operands: "model",
    exit: [
      ["0", "the model has no errors"],
      ["1", "it has, and they are named on standard error"],
      ["2", "wrong use, a file that cannot be read or is no model, or an internal fault"],
    ],
    examples: [
      ["convlint summary net.cnn.yaml", "a table for a terminal"],
      ["convlint summary yolov8.yaml --scale all --format csv", "every size, for a spreadsheet"],
      ["convlint summary net.cnn.yaml --input 3,320,320", "with other images"],
    ],
  },
  explain: {
    usage: "explain ID",
    summary: "the page of a rule, an operator or a flashcard",
    about: ["Why a rule is there, with models that it reports and models that it does not; what an operator takes."],
    options: tables.explainOptions,
    operands: "id",
    exit: done,
    examples: [
      ["convlint explain bias-before-norm", "a rule"],
      ["convlint explain Conv2d", "an operator"],
    ],
  },
  rules: {
    usage: "rules",
    summary: "every rule: id, default severity, fixable, one line",
    about: ["Everything that can be reported, whether a lint, a constraint of an operator or a check of the text."],
    options: tables.rulesOptions,
    exit: done,
    examples: [["convlint rules --format json", "for scripts"]],
  },
  diff: {
    usage: "diff OLD NEW",
    summary: "two models, or a model and the log of its training, layer by layer",
    about: [
      "Compares two models layer by layer, or a YOLO model file with the table that its library prints while it",
      "builds the model: row by row, and the totals of the summary line below. Of a log (any name that does not end",
      "in .yaml, .json or .py; `-` is standard input) the last whole table counts, and of the sizes of the model the",
      "one that fits. REVISION:FILE is the file as git has it; :FILE is what is staged.",
    ],
    options: tables.diffOptions,
    operands: "model",
    exit: [
      ["0", "they are equal"],
      ["1", "they are different"],
      ["2", "wrong use, a file that cannot be read, a log without a table, or an internal fault"],
    ],
    examples: [
      ["convlint diff old.yaml new.yaml --format markdown", "for a comment on a change"],
      ["convlint diff HEAD:net.cnn.yaml net.cnn.yaml", "what has changed since the last commit"],
    ],
  },
  export: {
    usage: "export FILE --to FORM",
    summary: "a model as a picture, as data or as a program: svg, dot, mermaid, json, csv, pytorch, keras",
    about: [
      "Draws the graph of layers with shapes and parameters. The picture stands by itself, by day and by night;",
      "dot is for Graphviz, mermaid for Markdown, json the graph and csv the rows of the summary for a script.",
      "pytorch and keras are programs that build the model, with a class or a function for each block.",
      "A program is read back and compared with the model before it is written.",
    ],
    options: tables.exportOptions,
    operands: "model",
    exit: done,
    examples: [
      ["convlint export net.cnn.yaml --to svg --output-file net.svg", "a picture for a page"],
      ["convlint export net.cnn.yaml --to mermaid --depth 0", "an overview, no block opened"],
      ["convlint export net.cnn.yaml --to pytorch --output-file net.py", "a program that builds it"],
    ],
  },
  quiz: {
    usage: "quiz",
    summary: "review due flashcards in the terminal",
    about: [
      "Asks one card after another: Space shows the answer, 1 to 4 say how well you knew it, U takes the last answer",
      "back, B puts a card off until tomorrow, S for good, Q ends. A card comes again when you are about to forget it.",
      "Every answer is written down at once. Without a terminal it says what is due, and never waits for an answer.",
    ],
    options: tables.quizOptions,
    exit: [
      ["0", "it was done, also where no card is due"],
      ["2", "wrong use, an answer that could not be written down, or an internal fault"],
    ],
    examples: [
      ["convlint quiz", "review what is due"],
      ["convlint quiz --stats", "what you have learned so far"],
      ["convlint quiz --format json", "the next card, for a script"],
      ["convlint quiz --format json --card feature-map-size --grade good", "its answer, and the card behind it"],
      ["convlint quiz --set newPerDay=5", "fewer new cards a day"],
    ],
  },
  init: {
    usage: "init [FOLDER]",
    summary: "writes .convlint.yaml for what lies in a folder (default: the current one)",
    about: [
      "Looks for models, what describes their data and training, and copies of their library, and proposes settings,",
      "each with a comment why. A configuration that is there is left as it is.",
    ],
    options: tables.initOptions,
    exit: [
      ["0", "it was written, or printed"],
      ["2", "a configuration is there already, wrong use, or an internal fault"],
    ],
    examples: [["convlint init --dry-run", "what would be written"]],
  },
  completion: {
    usage: `completion ${shells.join("|")}`,
    summary: "a script that completes commands, options and their values in the shell",
    about: ["Prints the script; the examples show where each shell reads it."],
    options: tables.completionOptions,
    operands: shells,
    exit: done,
    examples: [
      ['eval "$(convlint completion bash)"', "in ~/.bashrc"],
      ["convlint completion zsh > ~/.zfunc/_convlint", "with ~/.zfunc in $fpath before compinit"],
      ["convlint completion fish > ~/.config/fish/completions/convlint.fish", "once"],
    ],
  },
  lsp: {
    usage: "lsp --stdio",
    summary: "the language server",
    about: ["Talks the language server protocol over standard input and output; an editor starts it."],
    options: tables.lspOptions,
    exit: done,
    examples: [],
  },
} satisfies { readonly [command: string]: CommandPage };

export type CommandName = keyof typeof commandPages;

export const pageOf = (command: string): CommandPage | undefined =>
  Object.hasOwn(commandPages, command) ? commandPages[command as CommandName] : undefined;
