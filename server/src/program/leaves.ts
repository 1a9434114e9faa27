import type { Inner, Outcome, Source } from "../core/analysis";
import { named, portsOf } from "../core/axes";
import { batch } from "../core/batch";
import type { Dim, Shape } from "../core/dim";
import type { Arg } from "../core/graph";
import { say } from "../core/message";
import type { Op } from "../core/op";
import { usualOf } from "../core/param";
import type { Layout, Spelling } from "../core/vocabulary";
import { wordFor } from "../core/vocabulary";
import { formulaOf } from "./bodies";
import { type Body, type Call, type Given, type Leaf, type Slot, Unsayable, type Wire } from "./calls";
import { stemOf } from "./names";
import { plainOf } from "./plain";

type Bound = { readonly [param: string]: unknown };

/** One call of an operator, whoever makes it. */
export interface Called {
  readonly op: Op;
  readonly args: Bound;
  readonly inputs: readonly Shape[];
  readonly outcome: Outcome;
  /** As somebody has written them. */
  readonly written: readonly Arg[];
}

/** A call under a word of the framework. */
export function leafOf(word: string, spelling: Spelling, called: Called, layout: Layout): Leaf {
  const { args, inputs, outcome, written } = called;
  const texts = new Map<string, Given>();
  for (const [param, about] of Object.entries(spelling.params)) {
    if (spelling.implied.includes(param) || param === spelling.layoutBy) continue;
    const own = written.find(({ name }) => name !== undefined && spelling.parameters.get(name) === param);
    const formula = own && formulaOf(own.value);
    texts.set(wordFor(spelling, param), {
      value: images(spelling.op, args[param], outcome.outputs[0]),
      usual: usualOf(about, args),
      type: about.type,
      ...(formula !== undefined && { written: formula }),
    });
  }
  for (const { name, value } of written)
    if (name !== undefined && [...spelling.ignores, ...spelling.applies].includes(name))
      texts.set(name, { value: plainOf(value) });
  return {
    kind: "leaf",
    word,
    spelling,
    args: texts,
    states: new Map(
      Object.entries<string>(spelling.states).map(([name, axis]) => [name, stated(spelling.op, axis, inputs, layout)]),
    ),
    inputs,
    outputs: outcome.outputs,
  };
}

/** The number of images stays as it is, however many there are: -1, with all other sizes in numbers. */
function images({ name }: Op, value: unknown, gives: Shape | undefined): unknown {
  if (!/^(Reshape|Expand)$/.test(name) || !Array.isArray(value) || value[0] !== batch) return value;
  const sizes = value.map((size, i) => (i ? (size === -1 ? gives?.[i] : size) : -1));
  return sizes.every((size) => typeof size === "number") ? sizes : value;
}

function stated(op: Op, at: string, inputs: readonly Shape[], layout: Layout) {
  const [port, axis] = at.split(".") as [string, string];
  const ports = portsOf(op.inputs);
  const input = ports.findIndex(({ name }) => name === port);
  const tensor = named(ports[input]!.axes, inputs[input]!, layout) as { readonly [axis: string]: Dim } | undefined;
  return { input, axis, size: tensor?.[axis] ?? Number.NaN };
}

/** A module that is put together of others, as a block of its own. */
export function composed(
  { op, args, inputs, outcome }: Called,
  sayInner: (called: Called) => readonly Call[],
  move: (shape: Shape) => Shape,
): Call {
  const { calls, results } = outcome;
  if (outcome.weights.length || !calls.length || !results.every(Boolean))
    throw new Unsayable(say`${op.name} has no counterpart`);
  const alias = new Map<string, Wire>();
  const wire = (source: Source | undefined): Wire => {
    if (!source || source.part) throw new Unsayable(say`what ${op.name} does inside cannot be followed`);
    const own = source.call < 0 ? `in.${source.port}` : `${source.call}.${source.port}`;
    return alias.get(own) ?? own;
  };
  const shapeOf = (source: Source | undefined): Shape =>
    source!.call < 0 ? inputs[source!.port]! : calls[source!.call]!.outputs[source!.port]!;
  const slots = calls.flatMap((inner: Inner, i): readonly Slot[] => {
    const reads = inner.inputs.map(wire);
    if (inner.op.traits.includes("same")) {
      alias.set(`${i}.0`, reads[0]!);
      return [];
    }
    if (inner.op.traits.includes("idle")) return [];
    const said = sayInner({
      op: inner.op,
      args: inner.args,
      inputs: inner.inputs.map(shapeOf),
      outcome: inner,
      written: [],
    });
    return [
      {
        id: inner.name || `${inner.op.name} ${i}`,
        ...(/^[A-Za-z]/.test(inner.name) && { name: inner.name.replaceAll(".", "_") }),
        stem: stemOf(inner.op.name),
        copies: [said],
        reads,
        gives: inner.outputs.map((_, port) => `${i}.${port}`),
        training: false,
      },
    ];
  });
  const ports = portsOf(op.inputs);
  const params = Object.entries(op.params as Spelling["params"]).map(([name, param]): [string, Given] => [
    name,
    { value: args[name] ?? null, usual: usualOf(param, args), type: param.type },
  ]);
  const body: Body = {
    block: op.name,
    names: inputs.map((_, i) => (ports.length === inputs.length ? ports[i]!.name : `x${i + 1}`)),
    inputs: inputs.map((_, i) => `in.${i}`),
    shapes: inputs.map(move),
    slots,
    results: results.map(wire),
    params: new Map(params.filter(([, { value, usual }]) => typeof value !== "object" || usual !== undefined)),
  };
  return { kind: "block", body };
}
