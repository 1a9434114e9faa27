const options = `Options:
  --format F         how it is printed
  --config FILE      this configuration and no other
  --input C,H,W      shape of one image, instead of the model's own; name=C,H,W where there are several
  --scale LETTER     one size of a YOLO model, or all
  --dialect ID       how model files are read: convlint, ultralytics-8.4, yolov5, …
  --color WHEN       auto, always or never
  --quiet            errors only
  --help, --version`;

const pages: { readonly [command: string]: string } = {
  "": `convlint finds shape errors in convolutional networks before Python starts.

Usage: convlint COMMAND [ARGUMENT…]

  check [PATH…]      lint files, folders and globs (default: the current folder)
  summary FILE       a table of layers: shape, parameters, MACs, memory, receptive field
  explain ID         the page of a rule, an operator or a flashcard
  rules              everything that can be reported
  diff OLD NEW       two models, or a model and the log of its training, row by row
  lsp --stdio        the language server

convlint COMMAND --help says more.`,
  check: `Usage: convlint check [PATH…]

Lints model files and configurations: files, folders and globs; \`-\` is standard input, with --stdin-path.
Exit status: 0 nothing at error severity, 1 problems, 2 wrong use or a file that cannot be read.

${options}
  --format F         full (on a terminal), concise (elsewhere), json, json-lines, github, gitlab, sarif, junit
  --rule ID=SEVERITY another severity, or off
  --max-warnings N   more warnings than that are a failure
  --statistics       how often each id was reported
  --fix              carry out the fixes that are safe; --unsafe-fixes also the others
  --diff             what --fix would write, as a patch; nothing is written
  --stdin-path PATH  what standard input is called
  --stdin-ndjson     one model a line, one result a line`,
  summary: `Usage: convlint summary FILE

A table of layers and totals. Exit status 1 when the model has errors.

${options}
  --format F         table, json, csv, markdown
  --stdin-path PATH  what standard input is called
  --stdin-ndjson     one model a line, one result a line`,
  diff: `Usage: convlint diff OLD NEW

Compares two models layer by layer, or a YOLO model file with the table that its library prints while it builds
the model: row by row, and the totals of the summary line below. Of a log (any name that does not end in .yaml or
.json; \`-\` is standard input) the last whole table counts, and of the sizes of the model the one that fits.
REVISION:FILE is the file as git has it: main:model.yaml, HEAD~2:model.yaml; :model.yaml is what is staged.
Exit status: 0 equal, 1 different, 2 wrong use, a file that cannot be read, or a log without a table.

${options}
  --format F         text, json, markdown`,
  explain: "Usage: convlint explain ID\n\nPrints the page of a rule, an operator or a flashcard.",
  rules: "Usage: convlint rules [--format table|json]\n\nPrints everything that can be reported.",
  lsp: "Usage: convlint lsp --stdio\n\nTalks the language server protocol over standard input and output.",
};

export const help = (command = ""): string => `${pages[command] ?? pages[""]}\n`;
