import type { Shape } from "../../core/dim";
import type { Arg, Edge, Graph, Node } from "../../core/graph";
import { error, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import { argsOf, handedTo, numberOf, toldChannels } from "./arguments";
import { copies, gain, widener } from "./arithmetic";
import type { Channels, Context, Dialect } from "./dialect";
import type { ModelFile, Row, Scale } from "./file";

interface Lowered {
  /** The node that stands for the row: the last of its copies. */
  readonly node: number;
  readonly channels: Channels;
}

/** One size of a model file as a graph, the way the dialect's parser builds it. */
export function lower(file: ModelFile, dialect: Dialect, scale: Scale, image: Shape, report: Report): Graph {
  const nodes: Node[] = [inputNode(image)];
  const rows: Lowered[] = [];
  const photo: Lowered = { node: 0, channels: Number(image[1]) };

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
    let inputs = sources.map(
      ({ row, span }, i): Edge => ({ ...(row && { node: row.node }), port: pieceAt(ports, i), span }),
    );
    const count = dialect.repeated.has(row.module) ? 1 : copies(row.repeats, scale.depth);
    for (let copy = 0; copy < count; copy++) {
      const id = nodes.length;
      nodes.push({
        id,
        label: `${row.module} #${layer}`,
        op: row.module,
        span: row.span,
        opSpan: row.moduleSpan,
        layer,
        inputs,
        args,
      });
      inputs = [{ node: id, port: 0 }];
    }
    rows.push({ node: nodes.length - 1, channels: channelsOf(dialect, context, args) });
  });
  return { vocabulary: dialect.vocabulary, nodes, outputs: [{ node: nodes.length - 1, port: 0 }] };
}

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
    if (from.kind !== "number")
      return (report(error("wrong-from", span, "a row is named by its number")), { index: undefined, span });
    const index = from.value < 0 ? layer + from.value : from.value;
    if (layer === 0 ? from.value === -1 : index >= 0 && index < layer) return { index, span };
    report(
      error(
        "unknown-layer",
        span,
        layer === 0
          ? "the first row reads the image: -1"
          : index >= layer
            ? `row ${layer} reads row ${index}, which does not come before it`
            : `there is no row ${index}`,
      ),
    );
    return { index: undefined, span };
  });
}

const pieceAt = (picks: Value | undefined, i: number): number => {
  const piece = picks?.kind === "list" ? picks.items[i] : undefined;
  return piece?.kind === "number" ? piece.value : 0;
};

const inputNode = (image: Shape): Node => {
  const span = { from: 0, to: 0 };
  return { id: 0, label: "image", op: "Input", span, opSpan: span, inputs: [], args: [], given: image };
};
