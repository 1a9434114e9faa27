import type { Shape } from "../../core/dim";
import type { Arg, Edge, Row as GraphRow, Node, ReadModel } from "../../core/graph";
import { say } from "../../core/message";
import type { Problem } from "../../core/problem";
import type { Span } from "../../core/span";
import { numberOf, type Value } from "../../core/value";
import { copies, gain, widener } from "./arithmetic";
import type { Channels, Context, Dialect } from "./dialect";
import type { ModelFile } from "./file";
import type { Prepared } from "./prepare";
import { printedOf } from "./printed";
import type { Scale } from "./scales";

interface Lowered {
  /** The node that stands for the row: the last of its copies. */
  readonly node: number;
  readonly channels: Channels;
}

/** One size of a model file as a graph, the way the dialect's parser builds it. */
export function lower(
  rows: readonly Prepared[],
  file: ModelFile,
  dialect: Dialect,
  scale: Scale,
  image: Shape,
): Required<Pick<ReadModel, "graph" | "problems">> {
  const problems: Problem[] = [];
  const nodes: Node[] = [inputNode(image)];
  const graphRows: GraphRow[] = [];
  const lowered: Lowered[] = [];
  const photo: Lowered = { node: 0, channels: Number(image[1]) };
  const widen = widener(scale);
  const unscaled = dialect.unscaled(file.settings);

  rows.forEach((prepared, layer) => {
    const { row, sources } = prepared;
    const read = sources.map(({ index }) => (index === undefined ? undefined : index < 0 ? photo : lowered[index]));
    const inputs = read.map((source) => source?.channels);
    const context: Context = { row, scale, inputs, previous: (lowered.at(-1) ?? photo).channels, widen };
    const refused = dialect.refuses[row.module]?.(prepared.args, context);
    if (refused) problems.push({ ...refused, layer });
    const written = editedArgs(prepared, dialect, context, unscaled);
    const args = lowerArgs(prepared, written, dialect, context);
    const pick = dialect.picks[row.module];
    const pieces = pick === undefined ? undefined : args.find(({ name }) => name === pick)?.value;
    const edges = read.map((source, i): Edge => {
      const port = pieces ? pieceAt(pieces, i) : 0;
      return source ? { node: source.node, port, span: sources[i]!.span } : { port, span: sources[i]!.span };
    });
    const channels = channelsOf(prepared, dialect, context, args);
    const call: Call = { args, ...(typeof channels === "number" && { counted: channels }) };
    const graphRow = build(prepared, layer, edges, call, dialect.repeated.has(row.module), scale, nodes);
    graphRow.printed = () => printedOf(dialect, context, written, file.settings);
    graphRows.push(graphRow);
    lowered.push({ node: nodes.length - 1, channels });
  });
  const outputs = nodes.length > 1 ? [{ node: nodes.length - 1, port: 0 }] : [];
  return { graph: { vocabulary: dialect.vocabulary, nodes, rows: graphRows, outputs }, problems };
}

/** The written arguments, scaled and otherwise changed. */
function editedArgs(
  { row: { module }, args: written }: Prepared,
  dialect: Dialect,
  context: Context,
  unscaled: number | undefined,
): readonly Arg[] {
  const [first, ...rest] = written;
  const isScaled = first && dialect.scaled.has(module) && !isNumber(first.value, unscaled);
  const scaled = isScaled ? [context.widen(first), ...rest] : written;
  return dialect.edits[module]?.(scaled, context) ?? scaled;
}

const isNumber = (value: Value, number: number | undefined): boolean =>
  number !== undefined && numberOf(value) === number;

function lowerArgs(
  { row, handed, told }: Prepared,
  written: readonly Arg[],
  dialect: Dialect,
  context: Context,
): readonly Arg[] {
  const { module } = row;
  const args = [...written];
  if (dialect.repeated.has(module)) args.push({ name: "n", value: gain(row.repeats, context.scale.depth) });
  args.push(...handed);
  for (const { name, several } of told) {
    const values = context.inputs.map((channels) => believed(channels, row.moduleSpan));
    const value: Value = several
      ? { kind: "list", items: values, span: row.moduleSpan }
      : (values[0] ?? believed(undefined, row.moduleSpan));
    args.push({ name, value });
  }
  return args;
}

const counted = say`as the parser counts them`;

/** Sizes stated by nobody, compared with the real ones like any other. */
const believed = (channels: Channels, span: Span): Value =>
  typeof channels === "number"
    ? { kind: "number", value: channels, span, note: counted }
    : { kind: "opaque", text: "", span };

/** A module that nobody knows keeps its channels, unless the parser of somebody's own copy has been told of it. */
const channelsOf = (
  { row: { module }, spelling }: Prepared,
  dialect: Dialect,
  context: Context,
  args: readonly Arg[],
): Channels =>
  dialect.channels[module]?.(context, args) ??
  (dialect.scaled.has(module)
    ? numberOf(args[0]?.value)
    : spelling && !dialect.uncounted?.has(module)
      ? context.inputs[0]
      : undefined);

/** What every copy of a row is built with, and what the parser counts behind it. */
type Call = Pick<Node, "args" | "counted">;

type Draft = { -readonly [K in keyof GraphRow]: GraphRow[K] } & { rows: GraphRow[]; nodes: number[] };

/** The nodes of a row: one, or a chain of copies, each of them a row inside the row. */
function build(
  prepared: Prepared,
  layer: number,
  inputs: readonly Edge[],
  call: Call,
  repeatsItself: boolean,
  { depth }: Scale,
  nodes: Node[],
): Draft {
  const { repeats } = prepared.row;
  const count = repeatsItself ? 1 : copies(repeats, depth);
  const scaled = gain(repeats, depth);
  const whole = draft(prepared, layer, inputs, scaled.kind === "number" ? scaled.value : 1);
  whole.times = scaled;
  if (count === 1) {
    put(whole, call, nodes);
    return whole;
  }
  whole.outputs = inputs;
  for (let i = 0; i < count; i++) {
    const copy = draft(prepared, i, whole.outputs, 1);
    copy.outer = whole;
    put(copy, call, nodes);
    whole.rows.push(copy);
    whole.outputs = copy.outputs;
  }
  return whole;
}

function draft({ row, label, from }: Prepared, index: number, inputs: readonly Edge[], repeats: number): Draft {
  const { span, module: op, moduleSpan: opSpan } = row;
  return { index, label, op, from, repeats, span, opSpan, rows: [], nodes: [], inputs, outputs: [] };
}

function put(row: Draft, call: Call, nodes: Node[]): void {
  const { label, op, span, opSpan, inputs } = row;
  const id = nodes.length;
  nodes.push({ id, label, op, span, opSpan, row, inputs, ...call });
  row.nodes.push(id);
  row.outputs = [{ node: id, port: 0 }];
}

const pieceAt = (picks: Value, i: number): number => {
  const piece = picks.kind === "list" ? picks.items[i] : picks;
  return piece?.kind === "number" ? piece.value : 0;
};

const inputNode = (image: Shape): Node => {
  const span = { from: 0, to: 0 };
  return { id: 0, label: "image", op: "Input", span, opSpan: span, inputs: [], args: [], given: image };
};
