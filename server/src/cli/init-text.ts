import { plural } from "../report/numbers";
import type { Found, FoundModel, Told } from "./init-look";

/** What is proposed beside what is always there. */
export interface Proposal {
  /** A version that a copy of the library beside the models is of. */
  readonly dialect?: Told<string>;
}

const mostData = 5;

/** What was found, a line for each kind. */
export function findings(found: Found): readonly string[] {
  const { models, data, imageSizes, libraries, above } = found;
  const errors = models.reduce((sum, model) => sum + model.errors, 0);
  const warnings = models.reduce((sum, model) => sum + model.warnings.length, 0);
  return [
    models.length
      ? `${plural(models.length, "model file")}: ${countsText(models.map(({ format }) => format))}`
      : "no model files",
    ...(models.length ? [`${plural(errors, "error")} and ${plural(warnings, "warning")} in them`] : []),
    ...data.map(
      ({ file, value }) => `data in ${file}${value === undefined ? "" : `: ${plural(value, "class", "classes")}`}`,
    ),
    ...(data.length > mostData ? [`${data.length - mostData} more data files`] : []),
    ...sizesOf(imageSizes).map(({ size, files }) => `images of ${size}×${size} in ${listed(files)}`),
    ...libraries.map(({ file, value }) => `a copy of the library, version ${value}, in ${file}`),
    ...(above === undefined ? [] : [`a configuration above: ${above}`]),
  ];
}

/** `10 ultralytics-8.4, 2 yolov5`. */
function countsText(words: readonly string[]): string {
  return countsOf(words)
    .map(([word, count]) => `${count} ${word}`)
    .join(", ");
}

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

const listed = (files: readonly string[]): string =>
  files.length > 3 ? `${files.slice(0, 2).join(", ")} and ${files.length - 2} more` : files.join(", ");

/** A configuration for what was found, with a comment on each line why it is there. */
export function proposedText(found: Found, proposal: Proposal): string {
  const { models, above } = found;
  const lines = [
    "# Settings of ConvLint for the models in this folder: what each key means is in docs/configuration.md.",
    ...findings(found).map(comment),
    "",
    above === undefined
      ? "root: true # configurations of the folders above do not count"
      : "# root: true # would leave out the configuration above",
    ...inputLines(found),
    ...dialectLines(proposal),
    "",
    ...rulesLines(models),
    "",
    "# Files that are passed over when a folder is looked through.",
    '# ignore: ["old/**", "*.template.yaml"]',
    "",
    "# Other settings for some files.",
    "# overrides:",
    '#   - files: ["legacy/**"]',
    "#     rules: { bias-before-norm: off }",
  ];
  return `${lines.join("\n")}\n`;
}

/** A name of a file may hold what would end the line. */
const comment = (text: string): string => `# ${text.replace(/[\p{Cc}\u2028\u2029]/gu, " ")}`;

/** Only where every training says one size, and every model takes its size from outside. */
function inputLines({ models, imageSizes }: Found): readonly string[] {
  const [first, ...more] = sizesOf(imageSizes);
  if (!first) return [];
  const why = `images of ${first.size}×${first.size}, as ${listed(first.files)} ${first.files.length === 1 ? "says" : "say"}`;
  const line = `input: [3, ${first.size}, ${first.size}]`;
  if (more.length)
    return [
      "",
      comment(`input: trainings differ in the size of images: ${[first, ...more].map(({ size }) => size).join(", ")}`),
    ];
  return models.length && models.every(takesInput)
    ? ["", comment(why), line]
    : ["", comment(`${why}; would replace what models say themselves`), `# ${line}`];
}

const takesInput = ({ format, text }: FoundModel): boolean => format !== "convlint" && !/\bClassify\b/.test(text);

function dialectLines({ dialect }: Proposal): readonly string[] {
  if (!dialect) return [];
  const why = `${dialect.file.replace(/\/__init__\.py$/, "")} is a copy of the library of that version; a module that it does not have is then an error`;
  return ["", comment(why), `dialect: ${dialect.value}`];
}

/** What is reported now could be judged otherwise; nothing is silenced unasked. */
function rulesLines(models: readonly FoundModel[]): readonly string[] {
  const counts = countsOf(models.flatMap(({ warnings }) => warnings)).slice(0, 6);
  if (!counts.length)
    return ["# Severities by id: error, warning, information, hint or off.", "# rules:", "#   bias-before-norm: error"];
  return [
    "# Severities by id: error, warning, information, hint or off. These warnings are there now.",
    "# rules:",
    ...counts.map(([id, count]) => `#   ${id}: off # ${count}`),
  ];
}
