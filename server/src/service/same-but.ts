import type { Edge, Graph, Node, ReadModel, Row } from "../core/graph";
import type { Repair } from "../core/problem";
import type { Span } from "../core/span";

/**
 * Whether all models of a file are what they were but for one layer, wherever it is used: gone, so that whoever read
 * it reads what it read, or another one in its place.
 */
export const isSameBut = (
  { row, instead }: Repair,
  before: readonly ReadModel[],
  after: readonly ReadModel[],
): boolean =>
  before.length === after.length &&
  before.every(({ id, graph }, i) => {
    const now = after[i]!;
    const was = new Outline(graph, row, instead !== undefined).lines;
    const is = new Outline(now.graph, instead && row, true).lines;
    return now.id === id && was.length === is.length && was.every((line, j) => line === is[j]);
  });

/** A graph as text without places, in which one row is looked through or stands for whatever it is. */
class Outline {
  readonly lines: string[] = [];
  /** The line of each node, or instead of that what is read where it was. */
  readonly #read: (number | string)[] = [];
  readonly #uses: Row[] = [];

  constructor(
    graph: Graph,
    row: Span | undefined,
    private readonly stays: boolean,
  ) {
    for (const node of graph.nodes) {
      const use = row && useOf(node, row);
      this.#read.push(use ? this.#through(node, use) : this.#put(node));
    }
    this.lines.push(`gives ${graph.outputs.map(this.#at)}`);
  }

  #at = ({ node, port }: Edge): string => {
    const read = node === undefined ? "nothing" : this.#read[node]!;
    return typeof read === "number" || port > 0 ? `${read}.${port}` : read;
  };

  #put(node: Node): number {
    const { op, inputs, args, given, guards = [], either, training, counted, shares } = node;
    const of = shares === undefined ? undefined : this.#read[shares];
    const kind = [given, guards.length, !!either, !!training, counted, of];
    this.lines.push(`${op} ${inputs.map(this.#at)} ${JSON.stringify([args, kind], withoutPlaces)}`);
    return this.lines.length;
  }

  #through({ inputs }: Node, use: Row): string {
    const sources = [...new Set(inputs.map(this.#at))];
    if (!this.stays) return sources.length === 1 ? sources[0]! : `lost ${use.label}`;
    if (!this.#uses.includes(use)) {
      this.#uses.push(use);
      this.lines.push(`row ${sources}`);
    }
    return `row ${this.#uses.indexOf(use)}`;
  }
}

/** The outermost row with this place that a node belongs to. */
function useOf({ row }: Node, { from }: Span): Row | undefined {
  let found: Row | undefined;
  for (let one = row; one; one = one.outer) if (one.span.from === from) found = one;
  return found;
}

const withoutPlaces = (key: string, value: unknown): unknown =>
  key === "span" || key === "nameSpan" || key === "note" ? undefined : value;
