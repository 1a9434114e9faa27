import { batch } from "../core/batch";
import { type Dim, isKnown } from "../core/dim";
import type { Reruns } from "../core/graph";
import type { Span } from "../core/span";
import { Fault } from "./fault";
import { bound } from "./run/attributes";
import { lookUpIn } from "./run/classes";
import type { Machine } from "./run/machine";
import { type Arguments, type Given, isKind, type Obj, type Tensor, type Value } from "./values";

/** One run of a model, from its inputs to its result. */
export interface Attempt {
  readonly from: number;
  readonly to: number;
  readonly output?: Value;
  readonly fault?: Fault;
}

/** A model as the program calls it, or as it might. */
export interface ModelRun {
  readonly of: Obj;
  /** Where it is called. */
  readonly span: Span;
  readonly exact: Attempt;
  /** The shape of something that it reads is known. */
  readonly isSized: boolean;
  /** The same for any number of images, where that can be told. */
  readonly open?: Attempt;
  /** With other images. */
  readonly reruns?: Reruns;
  /** Nothing says what it is run on; its layers take this. */
  readonly presumed?: true;
}

export function forwardOf(of: Obj): Value | undefined {
  const own = of.attributes.get("forward");
  if (own !== undefined) return own;
  const method = lookUpIn(of.class.order, "forward");
  return method === undefined ? undefined : bound(method, of, of.class);
}

/** Runs a model as the program does, and before that for any number of images, of which nothing stays. */
export function runModel(machine: Machine, of: Obj, forward: Value, given: Arguments): ModelRun {
  const tensors = [...given.positional, ...given.named.values()].filter(isSized);
  const images = tensors[0]?.value.shape[0];
  const isOpen = typeof images === "number" && isKnown(images) && tensors.every(({ value }) => value.shape.length > 1);
  let open: Attempt | undefined;
  if (isOpen)
    machine.journal.tried(() => {
      open = lasting(attempt(machine, forward, withInputs(machine, of, given, images)));
    });
  const exact = attempt(machine, forward, withInputs(machine, of, given, undefined));
  return { of, span: given.span, exact, isSized: tensors.length > 0, ...(open && { open }) };
}

/** What a run gives is to last, though the lists that it was put in are emptied again with all that it has done. */
export const lasting = (ended: Attempt): Attempt =>
  ended.output === undefined ? ended : { ...ended, output: copied(ended.output) };

function copied(value: Value): Value {
  if (isKind(value, "list") || isKind(value, "tuple")) return { ...value, items: value.items.map(copied) };
  if (!isKind(value, "dict")) return value;
  const entries = [...value.entries].map(([key, [name, one]]) => [key, [name, copied(one)] as const] as const);
  return { ...value, entries: new Map(entries) };
}

type Sized = Given & { readonly value: Tensor & { readonly shape: readonly Dim[] } };
const isSized = (given: Given): given is Sized => isKind(given.value, "tensor") && given.value.shape !== undefined;

/** Its tensors become inputs of a model, with a symbol for the number of images where that is asked for. */
function withInputs(
  machine: Machine,
  of: Obj,
  given: Arguments,
  images: Dim | undefined,
): Arguments & { from: number } {
  const from = machine.trace.length;
  const names = parameterNames(of);
  const input = (one: Given, name: string): Given => {
    if (!isSized(one)) return one;
    const [first, ...rest] = one.value.shape;
    const shape = images !== undefined && first === images ? [batch, ...rest] : one.value.shape;
    const made = machine.trace.input(name, shape, one.value.span ?? one.span);
    const { whole } = one.value;
    return { ...one, value: { ...made, ...(whole && { whole }) } };
  };
  const positional = given.positional.map((one, i) => input(one, names[i] ?? `input${i}`));
  const named = new Map([...given.named].map(([name, one]) => [name, input(one, name)]));
  return { ...given, positional, named, from };
}

export function parameterNames(of: Obj): readonly string[] {
  const method = lookUpIn(of.class.order, "forward");
  return method !== undefined && isKind(method, "function")
    ? method.params.slice(1).map(({ name }) => name)
    : ["input"];
}

export function attempt(machine: Machine, forward: Value, { from, ...given }: Arguments & { from: number }): Attempt {
  const { length } = machine.frames;
  try {
    const output = machine.call(forward, given);
    return { from, to: machine.trace.length, output };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    machine.note(fault);
    machine.frames.length = length;
    return { from, to: machine.trace.length, fault };
  }
}
