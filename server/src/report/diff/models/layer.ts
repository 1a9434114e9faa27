import { type Figure, type LayerSummary, type ModelSummary, summarise } from "../../../analysis/summarise";
import type { Model, Step } from "../../../core/analysis";
import type { Arg, Row } from "../../../core/graph";
import { linesOf } from "../../../core/lines";
import { show, type Value } from "../../../core/value";
import { parameterOf } from "../../../core/vocabulary";
import { shapes } from "../../numbers";

/** An argument in the words of the file. */
export interface Argument {
  readonly name: string;
  /** What it comes to here, or the number that is written where that is scaled. */
  readonly shown: string;
  /** The text that says it, which may name a parameter of the block. */
  readonly text: string;
  /** As the operator reads it; absent where that is not known. */
  readonly read?: string;
}

export interface Figures {
  readonly output: string;
  readonly parameters: Figure;
  readonly MACs: Figure;
}

/** A row of a model with all that can be compared of it. */
export interface Layer {
  readonly index: number;
  readonly line: number | null;
  readonly type: string;
  readonly name?: string;
  readonly from: readonly (number | string)[];
  readonly repeats: number;
  /** Every copy of a repeated row reads the same shapes, so that the first stands for all. */
  readonly copiesAlike: boolean;
  /** A condition may have left it out. */
  readonly isThere: boolean;
  readonly args: readonly Argument[];
  /** What an argument is where the file gives none. */
  standard(name: string): string | undefined;
  readonly figures: Figures;
  /** Where it is written; rows of a block have one place for all calls of it. */
  readonly place: number;
  /** Of a call of a block; of a repeated row that of its first copy, since all are written alike. */
  readonly inside: readonly Layer[];
}

/** A model as it is compared: its rows, and what is summed up of it. */
export interface Compared {
  readonly model: Model;
  readonly layers: readonly Layer[];
  readonly summary: ModelSummary;
}

export function comparedOf(model: Model, text: string, library?: Parameters<typeof summarise>[2]): Compared {
  const lines = linesOf(text);
  const summary = summarise(model, (offset) => lines.at(offset).line + 1, library);
  const layers = model.graph.rows.map((row, i) => layerOf(row, summary.layers[i]!, model, text));
  return { model, layers, summary };
}

function layerOf(row: Row, summary: LayerSummary, model: Model, text: string): Layer {
  const copy = row.rows.length > 1 && row.rows[0]!.span.from === row.span.from ? row.rows[0]! : undefined;
  const [written, told] = copy ? [copy, summary.children![0]!] : [row, summary];
  const step = model.steps[written.nodes[0] ?? -1];
  return {
    index: row.index,
    line: summary.line,
    type: row.op,
    ...(row.name !== undefined && { name: row.name }),
    from: row.from,
    repeats: row.repeats,
    copiesAlike: !copy || sameInputs(summary.children!),
    isThere: summary.repeats > 0,
    args: [...argsOf(written, step, text), ...usesOf(step, model)],
    standard: (name) => readOf(step, name),
    figures: { output: shapes(summary.outputs), parameters: summary.parameters, MACs: summary.macs },
    place: row.span.from,
    inside: written.rows.map((inside, i) => layerOf(inside, told.children![i]!, model, text)),
  };
}

const sameInputs = (copies: readonly LayerSummary[]): boolean =>
  copies.every(({ inputs }) => shapes(inputs) === shapes(copies[0]!.inputs));

function argsOf(row: Row, step: Step | undefined, text: string): readonly Argument[] {
  const of = (name: string, value: Value): Argument => {
    const read = readOf(step, name);
    return {
      name,
      shown: value.written === undefined ? show(value) : String(value.written),
      text: text.slice(value.span.from, value.span.to),
      ...(read !== undefined && { read }),
    };
  };
  if (row.params) return [...row.params].map(([name, value]) => of(name, value));
  // What the parser of a library adds by itself has no text of its own behind the word for the module.
  const isWritten = ({ value }: Arg): boolean =>
    !row.printed || (value.span.from >= row.opSpan.to && value.span.to <= row.span.to);
  return (step?.node.args ?? []).filter(isWritten).map(({ name, value }, i) => of(name ?? `argument ${i + 1}`, value));
}

/** How a layer is used, beside its arguments: with the weights of another, or for training alone. */
const usesOf = (step: Step | undefined, { graph }: Model): readonly Argument[] => [
  ...(step?.node.shares === undefined ? [] : [use("weights", graph.nodes[step.node.shares]!.label)]),
  ...(step?.node.training ? [use("only", "training")] : []),
];

const use = (name: string, shown: string): Argument => ({ name, shown, text: shown });

function readOf(step: Step | undefined, name: string): string | undefined {
  const param = step?.spelling && parameterOf(step.spelling, name);
  return param === undefined ? undefined : boundText(step?.args?.[param]);
}

/** A value as an operator reads it; nothing where it is no plain one. */
function boundText(value: unknown): string | undefined {
  if (value === undefined || (typeof value === "number" && Number.isNaN(value))) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(boundText);
    if (items.includes(undefined)) return undefined;
    // A number for each direction is written once where all are equal.
    return items.length > 1 && items.every((item) => item === items[0]) ? items[0] : `[${items.join(", ")}]`;
  }
  return typeof value === "object" && value !== null ? undefined : String(value);
}
