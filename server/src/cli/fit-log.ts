import type { Model } from "../core/analysis";
import { inRow, type Message, say } from "../core/message";
import { formats } from "../formats/index";
import { native } from "../formats/native/index";
import { compare, distance } from "../report/diff/compare";
import type { Comparison, Side } from "../report/diff/comparison";
import { linesOf, sumsOf } from "../report/diff/our-table";
import { isWhole, type LoggedTable, lastWhole, tablesIn } from "../report/diff/read-log";
import type { Sums } from "../report/diff/table";
import { type Options, type Understood, understand } from "../service";
import type { Source } from "./diff-sources";
import { noModel } from "./scale";
import { UsageError } from "./usage";

/** One way of reading a model file, and how far its rows are then from those of the log. */
interface Fit {
  readonly understood: Understood;
  readonly model: Model;
  readonly options: Options;
  readonly off: number;
  /** Totals that are others than those of the log; they decide between versions that print the same rows. */
  readonly misses: number;
  /** The scales that fit as well as this one, itself among them. */
  readonly alike: readonly (string | undefined)[];
}

/** A model file compared with the table in a log of its library, read as it fits best. */
export function compareWithLog(file: Source, options: Options, log: Source, logFirst: boolean): Comparison {
  const tables = tablesIn(log.text);
  const table = lastWhole(tables);
  if (!table)
    throw new UsageError(
      say`${log.name}: there is no table of layers; looked for rows such as "0  -1  1  464  ultralytics.nn.modules.conv.Conv  [3, 16, 3, 2]"`,
    );
  const told = { ...options, replaced: table.replaced };
  const first = fitIn(file, told, table);
  const best = (first.off || first.misses) && options.dialect === undefined ? bestOf(file, told, table, first) : first;
  const model: Side = sideOf(file, best);
  const printed: Side = { file: log.name, rows: table.rows.length, line: table.line, tables: tables.length };
  const [ours, theirs] = [linesOf(best.model), table.rows];
  const sums: readonly [Sums, Sums] = [oursInAll(file, best), table.sums ?? {}];
  return {
    ...(logFirst
      ? { old: printed, new: model, difference: compare(theirs, ours, [sums[1], sums[0]]) }
      : { old: model, new: printed, difference: compare(ours, theirs, sums) }),
    notes: notesOf(log, table, tables, first, best),
  };
}

const sideOf = ({ name }: Source, { understood, model }: Fit): Side => ({
  file: name,
  rows: model.graph.rows.length,
  format: understood.format,
  ...(model.id !== undefined && { scale: model.id }),
});

/** Of the sizes of the model the one whose rows fit best; where several do, the one that the name asks for. */
function fitIn(file: Source, options: Options, { rows, sums }: LoggedTable): Fit {
  const understood = understand(file.path, file.text, options);
  const models = understood?.analysis.models ?? [];
  if (!understood || !models.length) throw new UsageError(say`${file.name}: ${noModel(file.path)}`);
  const fits = models.map((model) => ({ model, off: distance(compare(linesOf(model), rows, [{}, {}])) }));
  const least = Math.min(...fits.map(({ off }) => off));
  const best = fits.filter(({ off }) => off === least);
  const { model } = best.find(({ model }) => model.id === understood.scale) ?? best[0]!;
  const fit: Fit = { understood, model, options, off: least, misses: 0, alike: best.map(({ model: { id } }) => id) };
  const { totals } = compare([], [], [sums ? oursInAll(file, fit) : {}, sums ?? {}]);
  return { ...fit, misses: totals.filter(({ equal }) => !equal).length };
}

/** Versions of the library print the same row otherwise; a file that asks for none may be read as any of them. */
function bestOf(file: Source, options: Options, table: LoggedTable, first: Fit): Fit {
  let best = first;
  for (const id of [...newest, ...formats.map((format) => format.id)]) {
    if (id === native.id || id === first.understood.format) continue;
    const fit = fitIn(file, { ...options, dialect: id }, table);
    const closer = fit.off < best.off || (fit.off === best.off && fit.misses < best.misses);
    if (fit.understood.format === id && closer) best = fit;
  }
  return best;
}

/** Asked before the others, which are rarer. */
const newest: readonly string[] = ["ultralytics-8.4", "ultralytics-8.3"];

/** The library prints GFLOPs for a square of 640 pixels, also those of classifiers. */
function oursInAll(file: Source, { understood, model, options }: Fit): Sums {
  const [, channels, height] = model.graph.nodes.find(({ given }) => given)?.given ?? [];
  if (options.input || height === printedSide || typeof channels !== "number")
    return sumsOf(model, understood.library?.(model));
  const input = [channels, printedSide, printedSide];
  const scale = model.id !== undefined && { scale: model.id };
  const there = understand(file.path, file.text, { ...options, input, ...scale });
  return sumsOf(model, there?.library?.(there.analysis.models[0]!));
}

const printedSide = 640;

function notesOf(
  log: Source,
  table: LoggedTable,
  tables: readonly LoggedTable[],
  first: Fit,
  best: Fit,
): readonly Message[] {
  const { understood, model } = best;
  const notes: Message[] = [];
  const { length } = tables;
  const [last, line] = [tables.at(-1)!, table.line];
  if (length > 1)
    notes.push(
      last === table
        ? say`${log.name} has ${length} tables of layers; the last is compared`
        : say`${log.name} has ${length} tables of layers; the last, in line ${last.line}, breaks off, and the one in line ${line} is compared`,
    );
  if (!isWhole(table)) notes.push(say`the table in ${log.name} is not whole: the numbers of its rows have gaps`);
  if (!table.sums)
    notes.push(
      table.fused
        ? say`the summary line is that of the fused model, so the totals are not compared`
        : say`${log.name} has no summary line below the table, so the totals are not compared`,
    );
  if (table.sums?.gradients === 0) notes.push(say`0 gradients: the weights were frozen, so these are not compared`);
  const { classes, kptShape } = table.replaced;
  const replaced = (key: string, by: string): Message =>
    say`${log.name} says that ${key} was replaced by ${by}, and so it is here`;
  if (classes !== undefined) notes.push(replaced("nc", String(classes)));
  if (kptShape) notes.push(replaced("kpt_shape", `[${kptShape.join(", ")}]`));
  if (understood.format !== first.understood.format)
    notes.push(say`read as ${understood.format}, which fits better than ${first.understood.format}`);
  if (understood.analysis.models.length > 1) notes.push(fitInWords(best));
  const unknown = linesOf(model).filter(({ parameters }) => parameters === undefined);
  if (unknown.length)
    notes.push(
      say`not known here are the parameters of ${inRow(unknown.map(({ index, module }) => say`row ${index} (${module})`))}`,
    );
  return notes;
}

const fitInWords = ({ off, model, alike }: Fit): Message => {
  if (off) return say`no scale fits whole; ${model.id!} comes nearest`;
  return alike.length > 1 ? say`scales ${alike.join(", ")} fit alike` : say`scale ${model.id!} is the one that fits`;
};
