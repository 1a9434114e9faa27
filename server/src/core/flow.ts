import { type Inner, type Model, noCounts, type Outcome, type Source, type Step } from "./analysis";
import type { Dim, Shape } from "./dim";
import type { Edge } from "./graph";
import { ofLast } from "./of-last";
import type { Op } from "./op";
import { type Layout, layoutOf } from "./vocabulary";

/** An operator that is really computed: a layer of the file, or what a composite has inside. */
export interface Part {
  /** Every part comes after those it reads. */
  readonly index: number;
  /** The layer as written, of which this is all or a part. */
  readonly step: Step;
  /** Absent for an input of the model, and where it is not known what is computed. */
  readonly op?: Op;
  /** With defaults; empty where there is no operator. */
  readonly args: { readonly [name: string]: any };
  /** The order of axes in what it reads and gives. */
  readonly layout: Layout;
  /** Whether it is all of the layer: what is wholly inside of a composite nobody can change. */
  readonly isWhole: boolean;
  /** In the order of ports; nothing where it is not known what is read. */
  readonly inputs: readonly (Tensor | undefined)[];
  /** In the order of ports; none where they are unknown. */
  readonly outputs: readonly Shape[];
  readonly outcome?: Outcome;
  /** All that read one of its outputs, in order. */
  readonly readers: readonly Reader[];
  /** Whether the model gives out one of its outputs. */
  readonly isGiven: boolean;
}

/** An output of a part. */
export interface Tensor {
  readonly part: Part;
  readonly port: number;
}

/** An input of a part. */
export interface Reader {
  readonly part: Part;
  readonly input: number;
}

export const shapeOf = ({ part, port }: Tensor): Shape | undefined => part.outputs[port];

/**
 * The flattened graph of a model: blocks, repetitions and composites are opened, choices between two results are looked
 * through. What is known to be computed stands there as a part with an operator; a module that nobody knows, a
 * composite whose inside cannot be followed and a choice that is open are parts without one.
 */
export const flowOf = (model: Model): readonly Part[] => flattened(model).parts;

/** Of those the ones that are all of their layer: few beside what is inside of composites, and all that most rules speak of. */
export function wholeParts(model: Model): readonly Part[] {
  const flow = flattened(model);
  flow.whole ??= flow.parts.filter(({ isWhole }) => isWhole);
  return flow.whole;
}

/** Several rules ask the same of one model. */
interface Flattened {
  readonly parts: readonly Part[];
  whole?: readonly Part[];
}

const flattened = ofLast((model: Model): Flattened => ({ parts: new Flow().run(model) }));

/**
 * What one layer computes, by itself: first all of it, then, for one that is put together of others, the parts inside.
 * Of what is around it only the shapes that it reads are known.
 */
export function partsAlone(step: Step, reads: readonly (Shape | undefined)[], usual: Layout): readonly Part[] {
  const parts = new Flow().alone(step, reads, usual);
  const { spelling, outcome } = step;
  if (!spelling || !outcome?.calls.length) return parts;
  return [
    { ...new Flow().alone({ ...step, outcome: { ...outcome, calls: [] } }, reads, usual)[0]!, outcome },
    ...parts,
  ];
}

type Draft = Part & { readonly readers: Reader[]; isGiven: boolean };
type Tensors = readonly (Tensor | undefined)[];

/** Models have ten thousands of parts over all their sizes, and they are put together at every keystroke. */
class Flow {
  readonly #parts: Draft[] = [];
  /** Outputs by node. */
  readonly #made: Tensors[] = [];
  #layout: Layout = "channels-first";
  #step!: Step;

  run({ steps, graph }: Model): readonly Part[] {
    const usual = graph.vocabulary.layout;
    for (const step of steps) {
      this.#begin(step, usual);
      this.#made.push(this.#ofStep(step, steps));
    }
    for (const edge of graph.outputs) {
      const tensor = this.#at(edge);
      if (tensor) (tensor.part as Draft).isGiven = true;
    }
    return this.#parts;
  }

  alone(step: Step, reads: readonly (Shape | undefined)[], usual: Layout): readonly Part[] {
    this.#begin(step, usual);
    const givers = reads.map((shape) => this.#put(undefined, {}, [], shape && giving(shape), true)[0]!);
    this.#parts.length = 0;
    this.#follow(step.spelling!.op, step.args!, givers, step.outcome!, true);
    return this.#parts;
  }

  #begin(step: Step, usual: Layout): void {
    const { spelling, args } = step;
    this.#step = step;
    this.#layout = spelling?.layoutBy !== undefined && args ? layoutOf(spelling, args, usual) : usual;
  }

  #at = ({ node, port }: Edge): Tensor | undefined => this.#made[node ?? -1]?.[port];

  #ofStep({ node, spelling, args, outcome, absent }: Step, steps: readonly Step[]): Tensors {
    if (absent) return [];
    if (node.either && outcome) return [this.#at(node.inputs[steps[node.inputs[0]?.node ?? -1]?.absent ? 1 : 0]!)];
    const inputs = node.inputs.map(this.#at);
    return spelling && args && outcome
      ? this.#follow(spelling.op, args, inputs, outcome, true)
      : this.#put(undefined, args ?? {}, inputs, outcome, true);
  }

  #follow(op: Op, args: Part["args"], inputs: Tensors, outcome: Outcome, isWhole: boolean): Tensors {
    const { calls, results } = outcome;
    if (!calls.length) return this.#put(op, args, inputs, outcome, isWhole);
    if (!isTraced(outcome)) return this.#put(undefined, args, inputs, outcome, isWhole);
    const made: Tensors[] = [];
    const from = (source: Source | undefined): Tensor | undefined =>
      source && (source.call < 0 ? inputs[source.port] : made[source.call]?.[source.port]);
    for (const inner of calls) made.push(this.#follow(inner.op, inner.args, inner.inputs.map(from), inner, false));
    return results.map(from);
  }

  #put(
    op: Op | undefined,
    args: Part["args"],
    inputs: Tensors,
    outcome: Outcome | undefined,
    isWhole: boolean,
  ): Tensors {
    const outputs = outcome?.outputs ?? [];
    const index = this.#parts.length;
    const layout = this.#layout;
    const part = {
      index,
      step: this.#step,
      op,
      args,
      layout,
      isWhole,
      inputs,
      outputs,
      outcome,
      readers: [],
      isGiven: false,
    } as Draft;
    this.#parts.push(part);
    for (let input = 0; input < inputs.length; input++)
      (inputs[input]?.part as Draft | undefined)?.readers.push({ part, input });
    // Of what is unknown at least one result can be read.
    const made: Tensor[] = [{ part, port: 0 }];
    for (let port = 1; port < outputs.length; port++) made.push({ part, port });
    return made;
  }
}

const giving = (shape: Shape): Outcome => ({
  outputs: [shape],
  weights: [],
  counts: noCounts,
  macs: 0,
  factors: [],
  calls: [],
  results: [],
});

/** Equal calls share what is known of them, so that each is looked through once. */
const traced = new WeakMap<Outcome, boolean>();

/** Whether it is known of everything inside where it comes from. */
function isTraced(outcome: Outcome): boolean {
  const known = traced.get(outcome);
  if (known !== undefined) return known;
  const all = outcome.results.every(Boolean) && outcome.calls.every(({ inputs }: Inner) => inputs.every(Boolean));
  traced.set(outcome, all);
  return all;
}

/** Channels and sizes of an image as a part sees it; nothing for a tensor that is none. */
export function imageOf({ layout }: Part, shape: Shape | undefined): Image | undefined {
  if (!shape || shape.length < 3) return undefined;
  const last = layout === "channels-last";
  return { channels: shape[last ? shape.length - 1 : 1]!, spatial: last ? shape.slice(1, -1) : shape.slice(2) };
}

export interface Image {
  readonly channels: Dim;
  readonly spatial: Shape;
}

/** The one that reads what a part gives; nothing where there are several, or the model gives it out. */
export const soleReader = ({ readers, isGiven }: Part): Reader | undefined =>
  isGiven || readers.length !== 1 ? undefined : readers[0];

/** From a tensor back over parts of one input that pass, to what gives the first of them its input. */
export function origin(tensor: Tensor | undefined, passes: (part: Part) => boolean): Tensor | undefined {
  let at = tensor;
  while (at && at.part.inputs.length === 1 && passes(at.part)) at = at.part.inputs[0];
  return at;
}

/** From a part on over sole readers that pass, to the first that does not. */
export function destination(from: Part, passes: (part: Part) => boolean): Reader | undefined {
  let reader = soleReader(from);
  while (reader && passes(reader.part)) reader = soleReader(reader.part);
  return reader;
}
