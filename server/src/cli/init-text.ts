import { inRow, type Message, plural, render, say, verbatim } from "../core/message";
import { english, type Voice } from "../core/voice";
import type { Found, FoundModel, Told } from "./init-look";

/** What is proposed beside what is always there. */
export interface Proposal {
  /** A version that a copy of the library beside the models is of. */
  readonly dialect?: Told<string>;
}

const mostData = 5;

/** What was found, a line for each kind. */
export function findings(found: Found, voice: Voice = english): readonly string[] {
  const { models, data, imageSizes, libraries, above } = found;
  const errors = models.reduce((sum, model) => sum + model.errors, 0);
  const warnings = models.reduce((sum, model) => sum + model.warnings.length, 0);
  const kinds = countsText(models.map(({ format }) => format));
  const wrong = plural(errors, say`${errors} error`, say`${errors} errors`);
  const doubtful = plural(warnings, say`${warnings} warning`, say`${warnings} warnings`);
  return [
    models.length
      ? plural(models.length, say`${models.length} model file: ${kinds}`, say`${models.length} model files: ${kinds}`)
      : say`no model files`,
    ...(models.length ? [say`${wrong} and ${doubtful} in them`] : []),
    ...data.map(({ file, value }) => {
      if (value === undefined) return say`data in ${file}`;
      return plural(value, say`data in ${file}: ${value} class`, say`data in ${file}: ${value} classes`);
    }),
    ...(data.length > mostData ? [say`${data.length - mostData} more data files`] : []),
    ...sizesOf(imageSizes).map(({ size, files }) => say`images of ${size}×${size} in ${listed(files)}`),
    ...libraries.map(({ file, value }) => say`a copy of the library, version ${value}, in ${file}`),
    ...(above === undefined ? [] : [say`a configuration above: ${above}`]),
  ].map((message) => render(message, voice));
}

/** `10 ultralytics-8.4, 2 yolov5`. */
const countsText = (words: readonly string[]): Message =>
  inRow(countsOf(words).map(([word, count]) => verbatim(`${count} ${word}`)));

function countsOf(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

interface Size {
  readonly size: number;
  readonly files: readonly string[];
}

function sizesOf(told: readonly Told<number>[]): readonly Size[] {
  const sizes = [...new Set(told.map(({ value }) => value))].sort((a, b) => a - b);
  return sizes.map((size) => ({ size, files: told.filter(({ value }) => value === size).map(({ file }) => file) }));
}

const listed = (files: readonly string[]): Message => {
  const names = (some: readonly string[]): Message => inRow(some.map(verbatim));
  return files.length > 3 ? say`${names(files.slice(0, 2))} and ${files.length - 2} more` : names(files);
};

/** A configuration for what was found, with a comment on each line why it is there. */
export function proposedText(found: Found, proposal: Proposal, voice: Voice = english): string {
  const note = (message: Message): string => comment(render(message, voice));
  const { models, above } = found;
  const lines = [
    note(say`Settings of ConvLint for the models in this folder: what each key means is in docs/configuration.md.`),
    ...findings(found, voice).map(comment),
    "",
    above === undefined
      ? `root: true ${note(say`configurations of the folders above do not count`)}`
      : `# root: true ${note(say`would leave out the configuration above`)}`,
    ...inputLines(found, note),
    ...dialectLines(proposal, note),
    "",
    ...rulesLines(models, note),
    "",
    note(say`Files that are passed over when a folder is looked through.`),
    '# ignore: ["old/**", "*.template.yaml"]',
    "",
    note(say`Other settings for some files.`),
    "# overrides:",
    '#   - files: ["legacy/**"]',
    "#     rules: { bias-before-norm: off }",
  ];
  return `${lines.join("\n")}\n`;
}

const severities = say`Severities by id: error, warning, information, hint or off.`;

/** A line of a comment. */
type Note = (message: Message) => string;

/** A name of a file may hold what would end the line. */
const comment = (text: string): string => `# ${text.replace(/[\p{Cc}\u2028\u2029]/gu, " ")}`;

/** Only where every training says one size, and every model takes its size from outside. */
function inputLines({ models, imageSizes }: Found, note: Note): readonly string[] {
  const [first, ...more] = sizesOf(imageSizes);
  if (!first) return [];
  const files = listed(first.files);
  const why = plural(
    first.files.length,
    say`images of ${first.size}×${first.size}, as ${files} says`,
    say`images of ${first.size}×${first.size}, as ${files} say`,
  );
  const line = `input: [3, ${first.size}, ${first.size}]`;
  const sizes = inRow([first, ...more].map(({ size }) => say`${size}`));
  if (more.length) return ["", note(say`input: trainings differ in the size of images: ${sizes}`)];
  return models.length && models.every(takesInput)
    ? ["", note(why), line]
    : ["", note(say`${why}; would replace what models say themselves`), `# ${line}`];
}

const takesInput = ({ format, text }: FoundModel): boolean =>
  !["convlint", "python"].includes(format) && !/\bClassify\b/.test(text);

function dialectLines({ dialect }: Proposal, note: Note): readonly string[] {
  if (!dialect) return [];
  const folder = dialect.file.replace(/\/__init__\.py$/, "");
  const why = say`${folder} is a copy of the library of that version; a module that it does not have is then an error`;
  return ["", note(why), `dialect: ${dialect.value}`];
}

/** What is reported now could be judged otherwise; nothing is silenced unasked. */
function rulesLines(models: readonly FoundModel[], note: Note): readonly string[] {
  const counts = countsOf(models.flatMap(({ warnings }) => warnings)).slice(0, 6);
  if (!counts.length) return [note(severities), "# rules:", "#   bias-before-norm: error"];
  return [
    note(say`${severities} These warnings are there now.`),
    "# rules:",
    ...counts.map(([id, count]) => `#   ${id}: off # ${count}`),
  ];
}
