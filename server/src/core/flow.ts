import type { Inner, Model, Outcome, Source, Step } from "./analysis";
import type { Dim, Shape } from "./dim";
import type { Edge } from "./graph";
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
export function flowOf(model: Model): readonly Part[] {
  const known = remembered.get(model);
  if (known) return known;
  const flow = new Flow().run(model);
  remembered.set(model, flow);
  return flow;
}

/** Several rules ask the same of one model. */
const remembered = new WeakMap<Model, readonly Part[]>();

type Draft = Part & { readonly readers: Reader[]; isGiven: boolean };
type Tensors = readonly (Tensor | undefined)[];
type Call = Pick<Part, "step" | "layout" | "isWhole" | "args" | "inputs">;
type Known = Call & Required<Pick<Part, "op" | "outcome">>;

class Flow {
  readonly #parts: Draft[] = [];
  /** Outputs by node. */
  readonly #made: Tensors[] = [];
  #layout: Layout = "channels-first";

  run({ steps, graph }: Model): readonly Part[] {
    this.#layout = graph.vocabulary.layout;
    for (const step of steps) this.#made.push(this.#ofStep(step, steps));
    for (const edge of graph.outputs) {
      const tensor = this.#at(edge);
      if (tensor) (tensor.part as Draft).isGiven = true;
    }
    return this.#parts;
  }

  #at = ({ node, port }: Edge): Tensor | undefined => this.#made[node ?? -1]?.[port];

  #ofStep(step: Step, steps: readonly Step[]): Tensors {
    const { node, spelling, args, outcome } = step;
    if (step.absent) return [];
    if (node.either && outcome) return [this.#at(node.inputs[steps[node.inputs[0]?.node ?? -1]?.absent ? 1 : 0]!)];
    const inputs = node.inputs.map(this.#at);
    const layout = spelling && args ? layoutOf(spelling, args, this.#layout) : this.#layout;
    const call: Call = { step, layout, isWhole: true, args: args ?? {}, inputs };
    return spelling && args && outcome
      ? this.#follow({ ...call, op: spelling.op, outcome })
      : this.#put({ ...call, outputs: outcome?.outputs ?? [], ...(outcome && { outcome }) });
  }

  #follow(call: Known): Tensors {
    const { op, outcome, ...rest } = call;
    const { calls, results, outputs } = outcome;
    if (!calls.length) return this.#put({ ...call, outputs });
    if (!isTraced(outcome)) return this.#put({ ...rest, outcome, outputs });
    const made: Tensors[] = [];
    const from = (source: Source | undefined): Tensor | undefined =>
      source && (source.call < 0 ? call.inputs[source.port] : made[source.call]?.[source.port]);
    for (const inner of calls) {
      const inputs = inner.inputs.map(from);
      made.push(this.#follow({ ...rest, isWhole: false, op: inner.op, args: inner.args, inputs, outcome: inner }));
    }
    return results.map(from);
  }

  #put(part: Call & Pick<Part, "op" | "outcome" | "outputs">): Tensors {
    const draft: Draft = { ...part, index: this.#parts.length, readers: [], isGiven: false };
    this.#parts.push(draft);
    part.inputs.forEach((tensor, input) => (tensor?.part as Draft | undefined)?.readers.push({ part: draft, input }));
    // Of what is unknown at least one result can be read.
    return Array.from({ length: Math.max(part.outputs.length, 1) }, (_, port) => ({ part: draft, port }));
  }
}

/** Whether it is known of everything inside where it comes from. */
const isTraced = ({ calls, results }: Outcome): boolean =>
  results.every(Boolean) && calls.every(({ inputs }: Inner) => inputs.every(Boolean));

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
