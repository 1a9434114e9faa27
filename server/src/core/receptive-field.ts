import type { Model, Outcome, Source, Step } from "./analysis";
import { portsOf, type Tensors, tensorsOf } from "./axes";
import type { Shape } from "./dim";
import { type Field, jump, look, overhang, pixel, union, width } from "./field";
import { ofLast } from "./of-last";
import type { Op } from "./op";
import { type Layout, layoutOf } from "./vocabulary";

/** By spatial axis; nothing where a position sees all of the image, or what it sees cannot be said. */
type Fields = readonly Field[] | undefined;

/** In pixels of the input: one number, one for each axis where they differ, or null behind whatever reads the whole image. */
export type Pixels = number | readonly number[] | null;

/** How a tensor lies over the input of the model. */
export interface View {
  /** What one position sees, not clipped to the image. */
  readonly receptiveField: Pixels;
  /** From one position to the next. */
  readonly effectiveStride: Pixels;
  /** How far the first position looks beyond the edge; negative where it begins inside. */
  readonly effectivePadding: Pixels;
}

export interface ReceptiveFields {
  /** Of an output of a node. */
  at(node: number, port: number): View;
  /** Of the outputs of the calls inside a node. */
  inside(node: number): readonly Seen[];
}

/** What the outputs of a call see, and those of the calls inside it. */
export interface Seen {
  readonly outputs: readonly View[];
  readonly calls: readonly Seen[];
}

/** A tensor on its way through the model. */
interface Flow {
  readonly fields: Fields;
  readonly shape: Shape | undefined;
}

interface Known {
  readonly outputs: readonly Flow[];
  readonly calls: readonly Known[];
}

const nowhere: Flow = { fields: undefined, shape: undefined };

/** Follows every path from the inputs of the model, through branches and into composites. Each of its layers asks for all. */
export const receptiveFields = ofLast(({ steps, graph }: Model): ReceptiveFields => {
  const known: Known[] = [];
  for (const step of steps) known.push(ofStep(step, known, graph.vocabulary.layout));
  return {
    at: (node, port) => shown(known[node]?.outputs[port]),
    inside: (node) => known[node]?.calls.map(seen) ?? [],
  };
});

function ofStep({ node, spelling, args, outcome }: Step, before: readonly Known[], layout: Layout): Known {
  if (!outcome) return { outputs: [], calls: [] };
  const inputs = node.inputs.map((edge): Flow => before[edge.node ?? -1]?.outputs[edge.port] ?? nowhere);
  if (node.given) return { outputs: [{ fields: start(node.given.length), shape: node.given }], calls: [] };
  // A choice hands on the very shape of the input it takes.
  if (node.either) return { outputs: [inputs.find(({ shape }) => shape === outcome.outputs[0]) ?? nowhere], calls: [] };
  if (!spelling || !args) return { outputs: [], calls: [] };
  return follow(spelling.op, args, outcome, inputs, layoutOf(spelling, args, layout));
}

/** Batch and channels are no place to look at. */
const start = (rank: number): Fields => (rank > 2 ? Array<Field>(rank - 2).fill(pixel) : undefined);

function follow(op: Op, args: Tensors, outcome: Outcome, inputs: readonly Flow[], layout: Layout): Known {
  if (outcome.calls.length) return compose(outcome, inputs, layout);
  const fields = through(op, args, inputs, layout);
  return { outputs: outcome.outputs.map((shape) => ({ fields, shape })), calls: [] };
}

function compose({ calls, results }: Outcome, inputs: readonly Flow[], layout: Layout): Known {
  const known: Known[] = [];
  const from = (source: Source | undefined): Flow =>
    (source && (source.call < 0 ? inputs[source.port] : known[source.call]?.outputs[source.port])) ?? nowhere;
  for (const call of calls) known.push(follow(call.op, call.args, call, call.inputs.map(from), layout));
  return { outputs: results.map(from), calls: known };
}

function through(op: Op, args: Tensors, inputs: readonly Flow[], layout: Layout): Fields {
  const joined = inputs.length ? inputs.map(({ fields }) => fields).reduce(join) : undefined;
  if (!joined || !op.reach) return joined;
  const reach = op.reach(
    tensorsOf(
      op.inputs,
      inputs.map(({ shape }) => shape),
      layout,
    ),
    args,
  );
  if (reach === "everything") return undefined;
  const names = spatialAxes(op);
  return complete(
    joined.map((field, i) => {
      const sight = reach[names[i] ?? String(i)];
      return sight ? look(field, sight) : field;
    }),
  );
}

function join(a: Fields, b: Fields): Fields {
  if (!a || !b || a.length !== b.length) return undefined;
  return complete(a.map((field, i) => union(field, b[i]!)));
}

const complete = (fields: readonly (Field | undefined)[]): Fields =>
  fields.every((field) => field !== undefined) ? (fields as readonly Field[]) : undefined;

/** The names of the axes that are no batch and no channels; where a port leaves them open, they go by their number. */
const spatialAxes = (op: Op): readonly string[] =>
  (portsOf(op.inputs)[0]?.axes ?? "").split(" ").filter((name) => name !== "N" && name !== "C" && name !== "...");

export const nowhereSeen: View = { receptiveField: null, effectiveStride: null, effectivePadding: null };

function shown(flow: Flow | undefined): View {
  const { fields } = flow ?? nowhere;
  if (!fields?.length) return nowhereSeen;
  const along = (measure: (field: Field) => number): Pixels => {
    const all = fields.map(measure);
    return all.every((one) => one === all[0]) ? all[0]! : all;
  };
  return { receptiveField: along(width), effectiveStride: along(jump), effectivePadding: along(overhang) };
}

const seen = ({ outputs, calls }: Known): Seen => ({ outputs: outputs.map(shown), calls: calls.map(seen) });
