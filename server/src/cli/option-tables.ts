import { choices } from "../language/locale";
import { gradeWords } from "../review/event";
import { flag, format, many, type Options, text } from "./option";

const colors = ["auto", "always", "never"] as const;
export const checkFormats = ["full", "concise", "json", "json-lines", "github", "gitlab", "sarif", "junit"] as const;
export const summaryFormats = ["table", "json", "csv", "markdown"] as const;
export const diffFormats = ["text", "json", "markdown"] as const;
export const explainFormats = ["markdown", "json"] as const;
export const rulesFormats = ["table", "json"] as const;

const help = flag("General", "this page");
const version = flag("General", "the version of ConvLint");
const color = text(
  "Output",
  "WHEN",
  "colours: auto (where a person looks and NO_COLOR is not set), always, never",
  colors,
);
const lang = text(
  "General",
  "LANG",
  "the language that you are told in: en, zh-cn (default: that of the shell)",
  choices,
);
const quiet = flag("Output", "errors only, and no progress");

/** What every command that reads models takes. */
export const common = {
  config: text("Models", "FILE", "this configuration and no other", "file"),
  input: many(
    "Models",
    "C,H,W",
    "shape of one image, instead of the model's own, in its framework's order of axes; name=C,H,W where it has several inputs",
  ),
  scale: text("Models", "LETTER", "one size of a model that has several, or all"),
  dialect: text("Models", "ID", "how model files are read, whatever they look like", "dialect"),
  color,
  quiet,
  lang,
  help,
  version,
} satisfies Options;

const outputFile = text("Output", "FILE", "write the report there, whole or not at all", "file");

/** Models that come from elsewhere than files. */
const streamed = {
  "stdin-path": text("Input", "PATH", "what standard input is called, where `-` is given", "file"),
  "stdin-ndjson": flag("Input", "one model a line, one result a line, in the same order"),
} satisfies Options;

export const checkOptions = {
  ...common,
  format: format(checkFormats, "full on a terminal, concise elsewhere"),
  "output-file": outputFile,
  statistics: flag(
    "Output",
    "count by id: problems, how many can be fixed, files; and names of PyTorch of which nothing is known",
  ),
  "show-settings": flag(
    "Output",
    "what the configuration says of one file, and which line of it; --format json for scripts",
  ),
  rule: many("Problems", "ID=SEVERITY", "another severity: error, warning, information, hint, off", "rule"),
  "max-warnings": text("Problems", "N", "exit with 1 where there are more warnings than that"),
  baseline: text("Problems", "FILE", "problems that are listed there are counted, and not told", "file"),
  "update-baseline": flag("Problems", "list there what is found now"),
  fix: flag("Fixes", "carry out the fixes that are safe"),
  "unsafe-fixes": flag("Fixes", "carry out the others too"),
  "update-shapes": flag("Fixes", "write what is so into comments such as `# => [16, 30, 30] params=448`"),
  diff: flag("Fixes", "what these would write, as a patch; nothing is written (alone: what --fix would)"),
  ...streamed,
} satisfies Options;

export const summaryOptions = {
  ...common,
  format: format(summaryFormats),
  "output-file": outputFile,
  ...streamed,
} satisfies Options;

export const diffOptions = {
  ...common,
  format: format(diffFormats),
  "output-file": outputFile,
} satisfies Options;

export const exportForms = ["svg", "dot", "mermaid", "json", "csv", "pytorch", "keras"] as const;
export const exportOptions = {
  ...common,
  to: text("Output", "FORM", "what it becomes: svg, dot, mermaid, json, csv, pytorch, keras", exportForms),
  depth: text(
    "Output",
    "N",
    "open blocks so many levels deep, 0 for none (default: as many as a picture takes; json: all)",
  ),
  "output-file": outputFile,
} satisfies Options;

/** What a command takes that reads no model. */
export const plainOptions = { color, quiet, lang, help, version } satisfies Options;
export const explainOptions = { ...plainOptions, format: format(explainFormats) } satisfies Options;
export const rulesOptions = { ...plainOptions, format: format(rulesFormats) } satisfies Options;
export const quizFormats = ["text", "json", "markdown", "svg"] as const;
export const quizOptions = {
  ...plainOptions,
  format: format(quizFormats, "text where nothing is said; json is one card a call; markdown and svg go with --stats"),
  deck: many("Cards", "DECK", "only this deck: its name, or a file *.cards.yaml (default: the deck that ConvLint has)"),
  stats: flag("Cards", "what you have learned: retention, what is due, days, hardest cards, time"),
  "export-anki": text("Cards", "FILE", "write the cards as a text that Anki imports", "file"),
  import: text("Cards", "FILE", "read a text of Anki, or a table with commas or tabs, as a deck", "file"),
  to: text("Cards", "FILE", "the *.cards.yaml that --import writes (default: it is printed)", "file"),
  lesson: text(
    "Cards",
    "FILE",
    "go through a lesson: what to do next in its model, and what is still wrong there",
    "file",
  ),
  model: text("Cards", "FILE", "the model of --lesson (default: beside it, under its name)", "file"),
  card: text("Answers", "ID", "the card that one of these is about, without a terminal", "id"),
  grade: text("Answers", "GRADE", "how well it was known: again, hard, good, easy", gradeWords),
  took: text("Answers", "MS", "milliseconds from the question to --grade"),
  bury: flag("Answers", "not to be asked before tomorrow"),
  suspend: flag("Answers", "not to be asked at all"),
  unsuspend: flag("Answers", "to be asked again"),
  reset: flag("Answers", "new again, as if it had never been asked"),
  undo: flag("Answers", "take back what was done last on this machine"),
  options: flag("Answers", "how cards are asked: limits of a day, steps, retention, leeches"),
  set: many(
    "Answers",
    "OPTION=VALUE",
    "ask otherwise from now on, with --deck in that deck only; =default takes it back",
  ),
  storage: text(
    "Answers",
    "FOLDER",
    "where answers are kept (default: CONVLINT_QUIZ_FOLDER, else where programs keep their data)",
    "folder",
  ),
  "export-log": text("Answers", "FILE", "write all answers to one file, for another machine", "file"),
  "import-log": text("Answers", "PATH", "take in the answers of a file or a folder; none counts twice", "file"),
} satisfies Options;
export const initOptions = {
  ...plainOptions,
  "dry-run": flag("Output", "print the proposal, and write nothing"),
  force: flag("Output", "write over a configuration that is there"),
} satisfies Options;
export const completionOptions = { lang, help, version } satisfies Options;
export const lspOptions = {
  lang,
  help,
  version,
  stdio: flag("General", "over standard input and output, as every editor can"),
} satisfies Options;
