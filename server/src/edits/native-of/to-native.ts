import { type Model, shapeAt } from "../../core/analysis";
import type { Shape } from "../../core/dim";
import type { Edge, Node, Row } from "../../core/graph";
import { layerOf } from "../../core/graph";
import { lineStart } from "../../core/lines";
import { type Message, render, say } from "../../core/message";
import type { Span } from "../../core/span";
import type { Vocabulary } from "../../core/vocabulary";
import type { Voice } from "../../core/voice";
import { Blocks } from "./blocks";
import { givesMany, type InFull, type Layer, type Read, Reader, Unsayable } from "./instance";
import { formNames } from "./names";
import { repeatsTogether } from "./repeats";
import { fileText, type Notes } from "./write";

/** A file of the native format, and of which row each of its layers is. */
export interface NativeText {
  readonly text: string;
  readonly rows: readonly number[];
}

/** Why it cannot be said, and where what has no words is written. */
export interface Unsaid extends Message {
  readonly span?: Span;
}

/** A model of another format as a file of the native one, or why it cannot be said there. */
export function toNative(
  name: string,
  text: string,
  model: Model,
  to: Vocabulary,
  inFull: InFull,
  voice?: Voice,
): NativeText | Unsaid {
  const reader = new Reader(to, inFull);
  const made = new Map<number, Layer>();
  const layers: Layer[] = [];
  const inputs = model.graph.nodes.filter(({ given }) => given);
  const readOf = ({ node, port }: Edge): Read => {
    const of = made.get(node!);
    return of ? { of, port } : { port: inputs.findIndex(({ id }) => id === node) };
  };
  for (const node of model.graph.nodes) {
    if (node.given) continue;
    const said = layerFor(node, model, reader, readOf);
    if (!("label" in said)) return node.row ? { ...said, span: layerOf(node.row).opSpan } : said;
    made.set(node.id, said);
    layers.push(said);
  }
  const list = repeatsTogether({ layers, results: model.graph.outputs.map(readOf) });
  const blocks = new Blocks(reader.instances, formNames(reader.instances, to));
  return {
    text: fileText(name, model, list, blocks, notesIn(text, model.graph.rows, voice)),
    rows: list.layers.map(({ row }) => row?.index ?? -1),
  };
}

function layerFor(node: Node, model: Model, reader: Reader, readOf: (edge: Edge) => Read): Layer | Message {
  const { spelling, args, outcome } = model.steps[node.id]!;
  const shapes = node.inputs.map((edge) => shapeAt(model, edge));
  const row = node.row && layerOf(node.row);
  if (!spelling || !args || !outcome?.outputs.length || shapes.some((shape) => !shape) || node.guards || node.either)
    return say`${label(node, row)} is not known well enough`;
  try {
    const call = reader.callOf(spelling.op, args, shapes as readonly Shape[], outcome);
    const many = givesMany(call, spelling.op);
    return {
      label: copyOf(node.row),
      call,
      reads: node.inputs.map(readOf),
      times: 1,
      idle: node.training === true,
      many,
      ...(row && { row }),
    };
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error;
    const { name } = error.op;
    return name === spelling.op.name
      ? say`${label(node, row)} has no counterpart among the layers of ${reader.to.title}`
      : say`${label(node, row)} contains ${name}, which has no counterpart among the layers of ${reader.to.title}`;
  }
}

const label = ({ op }: Node, row: Row | undefined): Message => (row ? say`${op} in row ${row.index}` : say`${op}`);

/** Copies of a repeated row are counted, so that they are told together again. */
const copyOf = (row: Row | undefined): string => (row?.outer ? `m.${row.index}` : "");

/** Comments that stand at a row, or above all. */
function notesIn(text: string, rows: readonly Row[], voice?: Voice): Notes {
  const lines = (part: string): readonly string[] => part.split(/\r\n|\r|\n/).map((line) => line.trim());
  const top: string[] = [];
  for (const line of lines(text)) {
    if (line !== "" && !line.startsWith("#")) break;
    top.push(line);
  }
  // What stands right above the first key is about that.
  while (top.length && top.at(-1) !== "") top.pop();
  const above = (row: Row): readonly string[] => {
    const found: string[] = [];
    for (const line of lines(text.slice(0, lineStart(text, row.span.from)))
      .slice(0, -1)
      .reverse()) {
      if (!line.startsWith("#")) break;
      if (!line.includes("[")) found.unshift(line);
    }
    return found;
  };
  const isFirst = (layer: Layer): boolean => layer.row !== undefined && rows.includes(layer.row);
  return {
    top,
    told: (message) => render(message, voice),
    above: (layer) => (isFirst(layer) ? above(layer.row!) : []),
    behind: ({ row }) =>
      (row &&
        /^[\]\s,]*(#[^\r\n]*)/.exec(text.slice(row.span.to, row.span.to + 200).split(/[\r\n]/)[0]!)?.[1]?.trimEnd()) ??
      "",
  };
}
