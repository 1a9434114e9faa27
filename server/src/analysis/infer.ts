import { type Counts, type Inner, noCounts, type Outcome } from "../core/analysis";
import { add, type Dim, mul, type Shape, showDim } from "../core/dim";
import { type Message, say } from "../core/message";
import type { Axes, Call, Must, Op, Tensor, Weight } from "../core/op";
import { fillIn } from "../core/param";
import { mark, sourceOf } from "../core/trace";
import type { Layout } from "../core/vocabulary";
import { asShape, named, ordered } from "./axes";

export type AnyMust = Must<string, any, any>;
type Args = { readonly [name: string]: unknown };

/** A tensor, or several, by port. The types of operators say which; here only their names are known. */
export type Inputs = { readonly [port: string]: any };

/** A condition that does not hold, at an argument, an input (counted over all ports), or the call as a whole. */
export interface Broken {
  readonly constraint: string;
  readonly at: "op" | { readonly arg: string } | { readonly input: number };
  readonly message: Message;
}

export interface Inferred extends Outcome {
  readonly tensors: Inputs;
  readonly broken: readonly Broken[];
}

/** What was inferred before: equal calls are inferred once, at whatever scale or place they stand. */
export interface Memory {
  readonly layout: Layout;
  readonly known: Map<Op, Map<string, Inferred>>;
}

export const remember = (layout: Layout): Memory => ({ layout, known: new Map() });

const isMany = (axes: Axes): boolean => axes.endsWith("+");
const each = (axes: Axes): Axes => (isMany(axes) ? axes.slice(0, -1) : axes);
const portsOf = (ports: { readonly [port: string]: Axes }): [string, Axes][] => Object.entries(ports);

/** Infers one call, or remembers an equal one. */
export function inferCall(op: Op, inputs: Inputs, args: Args, memory: Memory): Inferred {
  let known = memory.known.get(op);
  if (!known) memory.known.set(op, (known = new Map()));
  const key = keyOf(inputs, args);
  const before = known.get(key);
  if (before) return before;
  const inferred = inferNew(op, inputs, args, memory);
  known.set(key, inferred);
  return inferred;
}

const replacer = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "terms" in value
    ? showDim(value as Dim)
    : typeof value === "number" && !Number.isFinite(value)
      ? String(value)
      : value;
const keyOf = (inputs: Inputs, args: Args): string => JSON.stringify([inputs, args], replacer);

function inferNew(op: Op, inputs: Inputs, args: Args, memory: Memory): Inferred {
  const broken: Broken[] = [];
  const calls: Inner[] = [];
  const traced = traceInputs(op, inputs);
  const must: AnyMust = (constraint, holds, at, message) => {
    if (holds === "no") broken.push({ constraint, at: placeOf(op, inputs, at), message });
  };
  const tensors = op.infer(traced, args, must, caller(broken, calls, memory)) as Inputs;
  const weights = op.weights?.(inputs, args) ?? [];
  const flat = flatten(op.outputs, tensors);
  return {
    tensors,
    broken,
    outputs: flat.map(([axes, tensor]) => ordered(axes, tensor, memory.layout)),
    weights,
    counts: total(weights, calls),
    macs: add(op.macs?.(inputs, args, tensors) ?? 0, ...calls.map((call) => call.macs)),
    calls,
    results: calls.length ? flat.map(([, tensor]) => sourceOf(tensor)) : [],
  };
}

function caller(broken: Broken[], calls: Inner[], memory: Memory): Call {
  return (name, op: Op, given, args = {}, blame = {}) => {
    const inputs: { [port: string]: Tensor | readonly Tensor[] } = {};
    const sources: ReturnType<typeof sourceOf>[] = [];
    const take = (axes: Axes, tensor: Tensor): Tensor => {
      sources.push(sourceOf(tensor));
      return adapt(axes, tensor, memory.layout);
    };
    for (const [port, axes] of portsOf(op.inputs)) {
      const value = (given as Inputs)[port];
      inputs[port] = isMany(axes) ? value.map((tensor: Tensor) => take(each(axes), tensor)) : take(axes, value);
    }
    const filled = fillIn(op.params, args);
    const inferred = inferCall(op, inputs, filled, memory);
    for (const wrong of inferred.broken) broken.push(outward(wrong, op, sources, blame));
    const call = calls.length;
    const { outputs, weights, counts, macs, calls: inner, results } = inferred;
    calls.push({ name, op, args: filled, inputs: sources, outputs, weights, counts, macs, calls: inner, results });
    let port = 0;
    const handOn = (tensor: Tensor): Tensor => mark(tensor, { call, port: port++ });
    return mapPorts(op.outputs, inferred.tensors, handOn) as any;
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
    const arg = (blame as { readonly [arg: string]: string | undefined })[at.arg];
    return arg === undefined ? { constraint, at: "op", message: told } : { constraint, at: { arg }, message };
  }
  const source = sources[at.input];
  return { constraint, at: source?.call === -1 ? { input: source.port } : "op", message: told };
}

function placeOf(op: Op, inputs: Inputs, at: Parameters<AnyMust>[2]): Broken["at"] {
  if (at === "op" || "arg" in at) return at;
  let first = 0;
  for (const [port, axes] of portsOf(op.inputs)) {
    if (port === at.input) break;
    first += isMany(axes) ? inputs[port].length : 1;
  }
  return { input: first + (at.index ?? 0) };
}

function traceInputs(op: Op, inputs: Inputs): Inputs {
  let port = 0;
  return mapPorts(op.inputs, inputs, (tensor) => mark(tensor, { call: -1, port: port++ }));
}

function mapPorts(ports: { readonly [port: string]: Axes }, tensors: Inputs, to: (tensor: Tensor) => Tensor): Inputs {
  const mapped: { [port: string]: unknown } = {};
  for (const [port, axes] of portsOf(ports)) mapped[port] = isMany(axes) ? tensors[port].map(to) : to(tensors[port]);
  return mapped;
}

/** Output tensors in the order of ports. */
const flatten = (ports: { readonly [port: string]: Axes }, tensors: Inputs): [Axes, Tensor][] =>
  portsOf(ports).flatMap(([port, axes]): [Axes, Tensor][] =>
    isMany(axes)
      ? tensors[port].map((tensor: Tensor): [Axes, Tensor] => [each(axes), tensor])
      : [[axes, tensors[port]]],
  );

/** The tensor as a port wants to see it: by names, or in memory order. */
function adapt(axes: Axes, tensor: Tensor, layout: Layout): Tensor {
  if (axes === "*") return asShape(tensor, layout);
  if (Array.isArray(tensor)) return named(axes, tensor as Shape, layout) ?? tensor;
  return tensor;
}

function total(weights: readonly Weight[], calls: readonly Inner[]): Counts {
  if (!weights.length && !calls.length) return noCounts;
  const sum = (kind: Weight["kind"]): Dim => {
    let count: Dim = 0;
    for (const weight of weights) if (weight.kind === kind) count = add(count, mul(...weight.dims));
    for (const call of calls) count = add(count, call.counts[kind]);
    return count;
  };
  return { trainable: sum("trainable"), frozen: sum("frozen"), state: sum("state") };
}
