import type { Arg } from "../../core/graph";
import { type Message, say } from "../../core/message";
import { problem, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import { show, type Value } from "../../core/value";
import type { Spelling } from "../../core/vocabulary";
import { argsOf, handedTo, keyWords } from "./arguments";
import type { Dialect } from "./dialect";
import type { ModelFile, Row } from "./file";

/** What a row reads: the number of another row, −1 for the image, nothing where the number leads nowhere. */
export interface Source {
  readonly index: number | undefined;
  readonly span: Span;
}

/** An argument that tells a module the channels of its input, as the parser counts them. */
export interface Told {
  readonly name: string;
  /** One number for each of several inputs. */
  readonly several: boolean;
}

/** A row with everything that is the same at every scale. */
export interface Prepared {
  readonly row: Row;
  readonly label: string;
  readonly spelling: Spelling | undefined;
  readonly sources: readonly Source[];
  readonly from: readonly (number | string)[];
  readonly args: readonly Arg[];
  readonly handed: readonly Arg[];
  readonly told: readonly Told[];
}

export function prepare(file: ModelFile, dialect: Dialect, report: Report): readonly Prepared[] {
  const told = new Map<Spelling, readonly Told[]>();
  withoutSizes(file, dialect, report);
  withoutKeys(file, report);
  return file.rows.map((row, layer) => {
    const spelling = dialect.vocabulary.spellings.get(row.module);
    if (spelling && !told.has(spelling)) told.set(spelling, toldBy(spelling));
    return {
      row,
      label: `${row.module} #${layer}`,
      spelling,
      sources: sourcesOf(row, layer, report),
      from: fromOf(row.from),
      args: argsOf(row, spelling, file.settings, dialect),
      handed: handedTo(row, file, dialect, layer),
      told: spelling ? told.get(spelling)! : [],
    };
  });
}

/** Words that rows write for a key of the file, which it does not have; each is said once. */
function withoutKeys({ rows, settings }: ModelFile, report: Report): void {
  for (const word of keyWords) {
    if (settings.has(word)) continue;
    const found = rows.flatMap(({ args }) => args).find((arg) => arg.kind === "text" && arg.value === word);
    if (found) report(problem("missing-key", found.span, say`${word} is a key of the file, which has none`));
  }
}

/** Said of the first row that is built by the size of the model, in a file that has no sizes. */
function withoutSizes({ rows, scales }: ModelFile, { sized, vocabulary }: Dialect, report: Report): void {
  const row = scales[0]?.id === undefined ? rows.find(({ module }) => sized?.has(module)) : undefined;
  if (!row) return;
  const message = say`${vocabulary.title} builds ${row.module} by the size of the model, and this file has no scales, as in scales: { n: [0.50, 0.25, 1024] }`;
  report(problem("missing-key", row.moduleSpan, message));
}

const toldBy = ({ states, implied, op }: Spelling): readonly Told[] =>
  Object.entries(states)
    .filter(([name]) => implied.includes(name))
    .map(([name, axis]) => ({ name, several: op.inputs[String(axis).split(".")[0]!].endsWith("+") }));

const fromOf = (from: Value): readonly (number | string)[] =>
  (from.kind === "list" ? from.items : [from]).flatMap((one) =>
    one.kind === "number" || one.kind === "text" ? [one.value] : [],
  );

function sourcesOf(row: Row, layer: number, report: Report): readonly Source[] {
  return (row.from.kind === "list" ? row.from.items : [row.from]).map((from) => {
    const span = from.span;
    if (from.kind !== "number" || !Number.isInteger(from.value)) {
      report(problem("wrong-from", span, say`a row is named by its number, not by ${show(from)}`));
      return { index: undefined, span };
    }
    const index = from.value < 0 ? layer + from.value : from.value;
    if (layer === 0 ? from.value === -1 : index >= 0 && index < layer) return { index, span };
    report(problem("unknown-layer", span, complaint(layer, from.value)));
    return { index: undefined, span };
  });
}

function complaint(layer: number, from: number): Message {
  if (layer === 0) return say`the first row reads the image: -1, not ${from}`;
  const above = layer === 1 ? say`only row 0 does` : say`rows 0 to ${layer - 1} do`;
  return from < 0
    ? layer === 1
      ? say`row ${layer} reads ${-from} rows back, but only 1 stands above it`
      : say`row ${layer} reads ${-from} rows back, but only ${layer} stand above it`
    : say`row ${layer} reads row ${from}, which does not come before it; ${above}`;
}
