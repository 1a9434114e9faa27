import type { Shape } from "../../core/dim";
import type { Arg, Edge, Graph, Row as GraphRow, Node } from "../../core/graph";
import { type Message, say } from "../../core/message";
import { problem, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import { argsOf, handedTo, numberOf, toldChannels } from "./arguments";
import { copies, gain, widener } from "./arithmetic";
import type { Channels, Context, Dialect } from "./dialect";
import type { ModelFile, Row, Scale } from "./file";

interface Lowered {
  /** The node that stands for the row: the last of its copies. */
  readonly node: number;
  readonly row: GraphRow;
  readonly channels: Channels;
}

/** One size of a model file as a graph, the way the dialect's parser builds it. */
export function lower(file: ModelFile, dialect: Dialect, scale: Scale, image: Shape, report: Report): Graph {
  const nodes: Node[] = [inputNode(image)];
  const rows: Lowered[] = [];
  const photo = { node: 0, channels: Number(image[1]) };

  file.rows.forEach((row, layer) => {
    const sources = sourcesOf(row, layer, report).map(({ index, span }) => ({
      span,
      row: index === undefined ? undefined : index < 0 ? photo : rows[index],
    }));
    const context: Context = {
      row,
      scale,
      inputs: sources.map((source) => source.row?.channels),
      previous: rows.at(-1)?.channels ?? photo.channels,
      widen: widener(scale, dialect.unscaled(file.settings)),
    };
    const args = lowerArgs(file, dialect, context, layer);
    const ports = args.find((arg) => arg.name === dialect.picks[row.module])?.value;
    const inputs = sources.map(
      ({ row, span }, i): Edge => ({ ...(row && { node: row.node }), port: pieceAt(ports, i), span }),
    );
    const count = dialect.repeated.has(row.module) ? 1 : copies(row.repeats, scale.depth);
    const built = build({ row, layer, inputs, args, count, repeats: repeatsOf(row, scale.depth) }, nodes);
    rows.push({ node: nodes.length - 1, row: built, channels: channelsOf(dialect, context, args) });
  });
  const outputs = nodes.length > 1 ? [{ node: nodes.length - 1, port: 0 }] : [];
  return { vocabulary: dialect.vocabulary, nodes, rows: rows.map(({ row }) => row), outputs };
}

interface Building {
  readonly row: Row;
  readonly layer: number;
  readonly inputs: readonly Edge[];
  readonly args: readonly Arg[];
  readonly count: number;
  readonly repeats: number;
}

/** The nodes of a row: one, or a chain of copies, each of them a row inside the row. */
function build({ row, layer, inputs, args, count, repeats }: Building, nodes: Node[]): GraphRow {
  const { span, module, moduleSpan: opSpan } = row;
  const label = `${module} #${layer}`;
  const common = { label, op: module, from: fromOf(row.from), span, opSpan };
  const put = (reads: readonly Edge[], graphRow: GraphRow): readonly Edge[] => {
    const id = nodes.length;
    nodes.push({ id, label, op: module, span, opSpan, row: graphRow, inputs: reads, args });
    (graphRow.nodes as number[]).push(id);
    return [{ node: id, port: 0 }];
  };
  if (count === 1) {
    const own: Draft = { ...common, index: layer, repeats, rows: [], nodes: [], inputs, outputs: [] };
    own.outputs = put(inputs, own);
    return own;
  }
  const whole: Draft = { ...common, index: layer, repeats, rows: [], nodes: [], inputs, outputs: inputs };
  for (let i = 0; i < count; i++) {
    const copy: Draft = {
      ...common,
      index: i,
      repeats: 1,
      outer: whole,
      rows: [],
      nodes: [],
      inputs: whole.outputs,
      outputs: [],
    };
    copy.outputs = put(whole.outputs, copy);
    whole.rows.push(copy);
    whole.outputs = copy.outputs;
  }
  return whole;
}

type Draft = { -readonly [K in keyof GraphRow]: GraphRow[K] } & { rows: GraphRow[] };

const fromOf = (from: Value): readonly (number | string)[] =>
  (from.kind === "list" ? from.items : [from]).flatMap((one) =>
    one.kind === "number" || one.kind === "text" ? [one.value] : [],
  );

const repeatsOf = ({ repeats }: Row, depth: number): number => {
  const scaled = gain(repeats, depth);
  return scaled.kind === "number" ? scaled.value : 1;
};

function lowerArgs(file: ModelFile, dialect: Dialect, context: Context, layer: number): readonly Arg[] {
  const { row, scale, widen } = context;
  const spelling = dialect.vocabulary.spellings.get(row.module);
  const written = argsOf(row, spelling, file.settings);
  const scaled = dialect.scaled.has(row.module) ? written.map((arg, i) => (i === 0 ? widen(arg) : arg)) : written;
  const edited = dialect.edits[row.module]?.(scaled, context) ?? scaled;
  const repeats: Arg[] = dialect.repeated.has(row.module) ? [{ name: "n", value: gain(row.repeats, scale.depth) }] : [];
  return [...edited, ...repeats, ...handedTo(row, file, dialect, layer), ...toldChannels(spelling, context)];
}

const channelsOf = (dialect: Dialect, context: Context, args: readonly Arg[]): Channels =>
  dialect.channels[context.row.module]?.(context, args) ??
  (dialect.scaled.has(context.row.module) ? numberOf(args[0]?.value) : context.inputs[0]);

/** What a row reads, by row number; the image is row −1. Nothing where the number leads nowhere. */
function sourcesOf(
  row: Row,
  layer: number,
  report: Report,
): readonly { readonly index: number | undefined; readonly span: Span }[] {
  return (row.from.kind === "list" ? row.from.items : [row.from]).map((from) => {
    const span = from.span;
    if (from.kind !== "number") {
      report(problem("wrong-from", span, say`a row is named by its number`));
      return { index: undefined, span };
    }
    const index = from.value < 0 ? layer + from.value : from.value;
    if (layer === 0 ? from.value === -1 : index >= 0 && index < layer) return { index, span };
    report(problem("unknown-layer", span, complaint(layer, index)));
    return { index: undefined, span };
  });
}

function complaint(layer: number, index: number): Message {
  if (layer === 0) return say`the first row reads the image: -1`;
  if (index >= layer) return say`row ${layer} reads row ${index}, which does not come before it`;
  return say`there is no row ${index}`;
}

const pieceAt = (picks: Value | undefined, i: number): number => {
  const piece = picks?.kind === "list" ? picks.items[i] : undefined;
  return piece?.kind === "number" ? piece.value : 0;
};

const inputNode = (image: Shape): Node => {
  const span = { from: 0, to: 0 };
  return { id: 0, label: "image", op: "Input", span, opSpan: span, inputs: [], args: [], given: image };
};
