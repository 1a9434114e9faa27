import { type Counts, type Inner, noCounts, type Outcome } from "../core/analysis";
import { asShape, hasAxes, named, ordered, portsOf, type Tensors } from "../core/axes";
import { batch, perImage } from "../core/batch";
import { add, type Dim, mul, showDim, unranked } from "../core/dim";
import { type Message, say } from "../core/message";
import type { AtArg, Axes, Call, Explained, Must, Op, Ports, Tensor, Weight } from "../core/op";
import { fillIn } from "../core/param";
import { mark, sourceOf } from "../core/trace";
import type { Instead, Layout } from "../core/vocabulary";

export type AnyMust = Must<string, any, any>;
type Args = { readonly [name: string]: unknown };

export type Inputs = Tensors;

/** A condition that does not hold, at an argument, an input (counted over all ports), or the call as a whole. */
export interface Broken {
  readonly constraint: string;
  readonly at: "op" | AtArg | { readonly input: number };
  readonly message: Message;
  readonly elsewhere?: readonly Explained[];
}

export interface Inferred extends Outcome {
  readonly tensors: Inputs;
  readonly broken: readonly Broken[];
}

/** What was inferred before: equal calls are inferred once, at whatever scale or place they stand. */
export interface Memory {
  readonly layout: Layout;
  readonly instead?: Instead;
  /** What was asked for lately, by operator and by what `keyOf` says of the call. */
  known: Known;
  /** What was asked for before that, and not since. */
  before: Known;
  /** How much is known of lately. */
  size: number;
}

type Known = Map<Op, Map<string, Inferred>>;

/** Enough for the largest models at all their sizes. */
const most = 25_000;

export const remember = (layout: Layout, instead?: Instead): Memory => ({
  layout,
  ...(instead && { instead }),
  known: new Map(),
  before: new Map(),
  size: 0,
});

/** What is not asked for until this is said again is forgotten then. */
export function age(memory: Memory): void {
  memory.before = memory.known;
  memory.known = new Map();
  memory.size = 0;
}

/** Infers one call, or remembers an equal one. */
export function inferCall(op: Op, inputs: Inputs, args: Args, memory: Memory): Inferred {
  const key = keyOf(inputs, args);
  const found = memory.known.get(op)?.get(key);
  if (found) return found;
  const inferred = memory.before.get(op)?.get(key) ?? inferNew(op, inputs, args, memory);
  if (++memory.size > most) age(memory);
  let known = memory.known.get(op);
  if (!known) memory.known.set(op, (known = new Map()));
  known.set(key, inferred);
  return inferred;
}

/** Two calls with one key are equal in everything that inference sees. */
function keyOf(inputs: Inputs, args: Args): string {
  let key = "";
  for (const port in inputs) key += `${keyPart(inputs[port])};`;
  for (const name in args) key += `${keyPart(args[name])},`;
  return key;
}

function keyPart(value: unknown): string {
  // A text is told from everything else, and from what stands behind it, by its length.
  if (typeof value === "string") return `${value.length}"${value}`;
  if (typeof value !== "object" || value === null) return String(value);
  if ("terms" in value) return showDim(value as Dim);
  let key = "[";
  for (const inner in value) key += `${keyPart((value as { readonly [inner: string]: unknown })[inner])} `;
  return key;
}

function inferNew(op: Op, inputs: Inputs, args: Args, memory: Memory): Inferred {
  const broken: Broken[] = [];
  const calls: Inner[] = [];
  const traced = traceInputs(op, inputs);
  const must: AnyMust = (constraint, holds, at, message, elsewhere) => {
    if (holds === "no")
      broken.push({ constraint, at: placeOf(op, inputs, at), message, ...(elsewhere && { elsewhere }) });
  };
  const tensors = op.infer(traced, args, must, caller(broken, calls, memory)) as Inputs;
  const weights = op.weights?.(inputs, args) ?? [];
  const factors = factorsOf(op, inputs, op.macs?.(inputs, args, tensors) ?? []);
  const flat = flatten(op.outputs, tensors);
  return {
    tensors,
    broken,
    outputs: flat.some(([, tensor]) => tensor === unranked)
      ? []
      : flat.map(([axes, tensor]) => ordered(axes, tensor, memory.layout)),
    weights,
    counts: total(weights, calls),
    macs: add(factors.length ? mul(...factors) : 0, ...calls.map((call) => call.macs)),
    factors,
    calls,
    ...(!broken.length && op.changesNothing?.(inputs, args, tensors) && { changesNothing: true as const }),
    results: calls.length ? flat.map(([, tensor]) => sourceOf(tensor)) : [],
  };
}

/** Operators leave their first axis out of the count, which is the batch unless that was moved or laid together with others. */
function factorsOf(op: Op, inputs: Inputs, factors: readonly Dim[]): readonly Dim[] {
  if (!factors.length) return factors;
  const { name, many } = portsOf(op.inputs)[0]!;
  const tensor: Tensor = many ? inputs[name][0] : inputs[name];
  const [first] = Array.isArray(tensor) ? tensor : Object.values(tensor).flat();
  if (first === undefined || first === batch) return factors;
  const all = [first, ...factors];
  const one = perImage(all);
  return one === all ? factors : one;
}

function caller(broken: Broken[], calls: Inner[], memory: Memory): Call {
  return (name, asked: Op, given, args = {}, blame = {}) => {
    const op = asked === memory.instead?.of ? memory.instead.by : asked;
    const inputs: { [port: string]: Tensor | readonly Tensor[] } = {};
    const sources: ReturnType<typeof sourceOf>[] = [];
    const take = (axes: Axes, tensor: Tensor): Tensor => {
      sources.push(sourceOf(tensor));
      return adapt(axes, tensor, memory.layout);
    };
    for (const { name: port, axes, many } of portsOf(op.inputs)) {
      const value = (given as Inputs)[port];
      if (value === undefined) continue;
      inputs[port] = many ? value.map((tensor: Tensor) => take(axes, tensor)) : take(axes, value);
    }
    const filled = fillIn(op.params, args);
    const inferred = inferCall(op, inputs, filled, memory);
    // What comes behind a broken call starts from something that does not exist.
    if (!broken.length) for (const wrong of inferred.broken) broken.push(outward(wrong, op, sources, blame));
    const call = calls.length;
    // Written out, since to spread what is left of an object takes longer than all that is said of most calls.
    const { tensors, outputs, weights, counts, macs, factors, calls: inside, results } = inferred;
    calls.push({
      outputs,
      weights,
      counts,
      macs,
      factors,
      calls: inside,
      results,
      name,
      op,
      args: filled,
      inputs: sources,
    });
    let port = 0;
    const handOn = (tensor: Tensor): Tensor => mark(tensor, { call, port: port++ });
    return mapPorts(op.outputs, tensors, handOn) as any;
  };
}

/** A problem of an inner call, as the call around it is written. */
function outward(
  { constraint, at, message }: Broken,
  op: Op,
  sources: readonly ReturnType<typeof sourceOf>[],
  blame: object,
): Broken {
  const told = say`${op.name}: ${message}`;
  if (at === "op") return { constraint, at, message: told };
  if ("arg" in at) {
    const outer = blame as { readonly [arg: string]: string | undefined };
    const arg = outer[at.arg];
    if (arg === undefined) return { constraint, at: "op", message: told };
    const remedies = at.remedies?.flatMap(({ param, value }) => {
      const word = outer[param];
      return word === undefined ? [] : [{ param: word, value }];
    });
    return { constraint, at: { arg, ...(remedies && { remedies }) }, message };
  }
  const source = sources[at.input];
  return { constraint, at: source?.call === -1 ? { input: source.port } : "op", message: told };
}

export function placeOf(op: Op, inputs: Inputs, at: Parameters<AnyMust>[2]): Broken["at"] {
  if (at === "op" || "arg" in at) return at;
  let first = 0;
  for (const { name, many } of portsOf(op.inputs)) {
    if (name === at.input) break;
    first += many ? inputs[name].length : inputs[name] ? 1 : 0;
  }
  return { input: first + (at.index ?? 0) };
}

function traceInputs(op: Op, inputs: Inputs): Inputs {
  let port = 0;
  return mapPorts(op.inputs, inputs, (tensor) => mark(tensor, { call: -1, port: port++ }));
}

function mapPorts(ports: Ports, tensors: Inputs, to: (tensor: Tensor) => Tensor): Inputs {
  const mapped: { [port: string]: unknown } = {};
  for (const { name, many } of portsOf(ports))
    if (tensors[name]) mapped[name] = many ? tensors[name].map(to) : to(tensors[name]);
  return mapped;
}

/** Output tensors in the order of ports. */
function flatten(ports: Ports, tensors: Inputs): [Axes, Tensor][] {
  const flat: [Axes, Tensor][] = [];
  for (const { name, axes, many } of portsOf(ports)) {
    if (many) for (const tensor of tensors[name]) flat.push([axes, tensor]);
    else flat.push([axes, tensors[name]]);
  }
  return flat;
}

/** The tensor as a port wants to see it: by names, or in memory order. */
function adapt(axes: Axes, tensor: Tensor, layout: Layout): Tensor {
  if (axes === "*") return asShape(tensor, layout);
  if (!Array.isArray(tensor) && hasAxes(tensor, axes)) return tensor;
  return named(axes, asShape(tensor, layout), layout) ?? tensor;
}

/** Numbers of weights, those of the calls inside included. */
export function total(weights: readonly Weight[], calls: readonly Inner[]): Counts {
  if (!weights.length && !calls.length) return noCounts;
  const sum = (kind: Weight["kind"]): Dim => {
    let count: Dim = 0;
    for (const weight of weights) if (weight.kind === kind) count = add(count, mul(...weight.dims));
    for (const call of calls) count = add(count, call.counts[kind]);
    return count;
  };
  return { trainable: sum("trainable"), frozen: sum("frozen"), state: sum("state") };
}
