import { isForeign, isUnbroken, type Model, outputsOf, type Step, shapesOf } from "./analysis";
import { type Dim, isKnown } from "./dim";
import type { Row } from "./graph";
import { ofLast } from "./of-last";
import type { Trait } from "./op";

/** A row of the model's own list that gives an image, or whatever it gives, with who reads it. */
export interface Layer {
  readonly index: number;
  readonly row: Row;
  /** The one step of the row, or the first of its copies. */
  readonly step: Step | undefined;
  /** Height and width of what it gives; absent where that is no image of known size. */
  readonly size?: readonly [height: number, width: number];
  /** In the order of its inputs the layer it reads; nothing for an input of the model. */
  readonly reads: readonly (number | undefined)[];
  /** The layers that read it, from above. */
  readonly readers: readonly number[];
}

/**
 * The rows of a model as layers that read one another. None where something in the model is broken: what is then read
 * by whom may be about to change, and what follows from a mistake is no second one. Behind a module that nobody knows
 * sizes are unknown.
 */
export const layersOf = ofLast((model: Model): readonly Layer[] => {
  const { graph, steps } = model;
  if (!isUnbroken(steps) || graph.nodes.some(({ inputs }) => inputs.some(({ node }) => node === undefined))) return [];
  const givenBy = new Map<number, number>();
  graph.rows.forEach((row, index) => {
    // A row that is left out hands on what another one gives.
    for (const { node } of row.outputs) if (node !== undefined && !givenBy.has(node)) givenBy.set(node, index);
  });
  const readers = graph.rows.map((): number[] => []);
  const reads = graph.rows.map((row, index) =>
    row.inputs.map(({ node }) => {
      const layer = givenBy.get(node ?? -1);
      if (layer !== undefined && readers[layer]!.at(-1) !== index) readers[layer]!.push(index);
      return layer;
    }),
  );
  return graph.rows.map((row, index): Layer => {
    const size = sizeOf(model, row);
    const step = steps[row.nodes[0] ?? row.rows[0]?.nodes[0] ?? -1];
    return { index, row, step, reads: reads[index]!, readers: readers[index]!, ...(size && { size }) };
  });
});

function sizeOf(model: Model, row: Row): Layer["size"] {
  if (model.graph.vocabulary.layout !== "channels-first") return undefined;
  const [, , height, width, ...more] = shapesOf(model, row)[0] ?? [];
  return isSize(height) && isSize(width) && !more.length ? [height, width] : undefined;
}

const isSize = (dim: Dim | undefined): dim is number => Number.isInteger(dim);

export const hasTrait = ({ step }: Layer, trait: Trait): boolean => step?.spelling?.op.traits.includes(trait) === true;

/** A module of somebody's own, which may be a join or a head or neither. */
export const isOpaque = ({ step }: Layer): boolean => isForeign(step);

/** Whether it is not known of what size all that it gives is. */
export const isUnsure = ({ step }: Layer): boolean => !outputsOf(step)?.[0]?.every(isKnown);

/** Whether two layers give images of one size; not where one of them is unknown. */
export const sameSize = ({ size: a }: Layer, { size: b }: Layer): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** A row of one input that gives less than it reads. */
export const begins = (layer: Layer, layers: readonly Layer[]): boolean => ratio(layer, layers) > 1;

/** A row of one input that gives more than it reads. */
export const grows = (layer: Layer, layers: readonly Layer[]): boolean => ratio(layer, layers) < 1;

function ratio({ reads, size }: Layer, layers: readonly Layer[]): number {
  const from = reads.length === 1 ? layers[reads[0] ?? -1]?.size : undefined;
  return from && size ? from[0] / size[0] : Number.NaN;
}

/** A layer and all that it is computed from, by way of layers that pass where not of all. */
export function sourcesOf(
  layer: Layer,
  layers: readonly Layer[],
  passes: (one: Layer) => boolean = () => true,
): ReadonlySet<Layer> {
  const found = new Set<Layer>();
  const open = [layer];
  while (open.length) {
    const one = open.pop()!;
    if (found.has(one)) continue;
    found.add(one);
    if (passes(one)) open.push(...one.reads.flatMap((read) => layers[read ?? -1] ?? []));
  }
  return found;
}
