import { say } from "../core/message";
import { type Body, type Call, type Slot, Unsayable, unsayable, type Wire } from "./calls";

/** What a layer reads: an input of its list, or an output of a layer above. */
export type Source = { readonly input: number } | { readonly layer: Layer; readonly port: number };

/** A layer of a block, in all uses of the block. */
export interface Layer {
  readonly index: number;
  readonly id: string;
  /** In the order of the uses; nothing where it is not even written there. */
  readonly slots: readonly (Slot | undefined)[];
  /** One of them that is there. */
  readonly sample: Slot;
  readonly reads: readonly Source[];
  /** Layers that read it, each as often as it does, and how often the list gives it. */
  readonly readers: readonly (Layer | "result")[];
}

/** A block, with all its uses. */
export interface Form {
  readonly block: string;
  readonly bodies: readonly Body[];
  readonly layers: readonly Layer[];
  readonly results: readonly Source[];
  /** By the number of the input, the layers that read it. */
  readonly readers: readonly (readonly (Layer | "result")[])[];
}

export interface Forms {
  /** Each after those that it uses; the last is the model. */
  readonly all: readonly Form[];
  of(body: Body): Form;
}

/** Puts uses of a block together that consist of the same layers, whether all of them are there or not. */
export function formsOf(model: Body): Forms {
  const byBlock = new Map<string, Body[]>();
  const order: string[] = [];
  const visit = (body: Body): void => {
    for (const inner of nestedIn(body)) visit(inner);
    const known = byBlock.get(body.block);
    if (known) known.push(body);
    else byBlock.set(body.block, [body]);
    if (!order.includes(body.block)) order.push(body.block);
  };
  visit(model);
  const found = new Map<Body, Form>();
  const all: Form[] = [];
  for (const block of sorted(order, byBlock)) {
    const groups: { bodies: Body[]; form: Form }[] = [];
    for (const body of byBlock.get(block)!) {
      const group = groups.find((one) => {
        const form = joined(block, [...one.bodies, body], found);
        if (!form) return false;
        one.bodies.push(body);
        one.form = form;
        return true;
      });
      if (!group) groups.push({ bodies: [body], form: alone(block, body, found) });
    }
    for (const { bodies, form } of groups) {
      all.push(form);
      for (const body of bodies) found.set(body, form);
    }
  }
  return { all, of: (body) => found.get(body)! };
}

function alone(block: string, body: Body, found: ReadonlyMap<Body, Form>): Form {
  const form = joined(block, [body], found);
  if (form) return form;
  const known = new Set(body.inputs);
  for (const slot of body.slots) {
    if (!slot.reads.every((read) => known.has(read)))
      throw unsayable(slot, (name) => say`what ${name} reads comes from something that is no operator`);
    for (const wire of slot.gives) known.add(wire);
  }
  throw new Unsayable(say`what ${block} gives comes from something that is no operator`);
}

const nestedIn = ({ slots }: Body): readonly Body[] =>
  slots.flatMap(({ copies }) => copies.flat().flatMap((call) => (call.kind === "block" ? [call.body] : [])));

/** Blocks after all that some use of them contains. */
function sorted(order: readonly string[], bodies: ReadonlyMap<string, readonly Body[]>): readonly string[] {
  const done = new Set<string>();
  const put = (block: string): void => {
    if (done.has(block)) return;
    for (const body of bodies.get(block)!) for (const inner of nestedIn(body)) put(inner.block);
    done.add(block);
  };
  for (const block of order) put(block);
  return [...done];
}

/** What has to be equal in all uses. */
function signature(slot: Slot, found: ReadonlyMap<Body, Form>): string | undefined {
  if (slot.parameter) return `parameter ${slot.parameter}`;
  if (!slot.copies.length) return undefined;
  const said = (call: Call): string =>
    call.kind === "leaf" ? call.word : `${call.body.block} ${[...found.values()].indexOf(found.get(call.body)!)}`;
  const each = new Set(slot.copies.map((calls) => calls.map(said).join("; ")));
  const { reads, gives, training, shares = "" } = slot;
  return [[...each].join(" | "), reads.length, gives.length, training, shares].join("/");
}

function joined(block: string, bodies: readonly Body[], found: ReadonlyMap<Body, Form>): Form | undefined {
  const slots = bodies.map((body) => new Map(body.slots.map((slot) => [slot.id, slot])));
  const ids = bodies.map(({ slots }) => slots.map(({ id }) => id)).reduce(merged, []);
  if (
    bodies.some(
      ({ inputs, results }) =>
        inputs.length !== bodies[0]!.inputs.length || results.length !== bodies[0]!.results.length,
    )
  )
    return undefined;
  const layers: (Layer & { readers: (Layer | "result")[] })[] = [];
  const inputReaders = bodies[0]!.inputs.map((): (Layer | "result")[] => []);
  /** Of each use, what gives a tensor. */
  const givers = bodies.map(({ inputs }) => {
    const known = new Map<Wire, Set<string>>();
    inputs.forEach((one, i) => put(known, one, `input ${i}`));
    return known;
  });
  const sourceOf = (wires: readonly (Wire | undefined)[]): Source | undefined => {
    let common: string[] | undefined;
    wires.forEach((one, i) => {
      if (one === undefined) return;
      const here = givers[i]!.get(one) ?? new Set();
      common = common ? common.filter((key) => here.has(key)) : [...here];
    });
    const [key] = common ?? [];
    if (key === undefined) return undefined;
    const [kind, at, port] = key.split(" ");
    return kind === "input" ? { input: Number(at) } : { layer: layers[Number(at)]!, port: Number(port) };
  };
  const note = (source: Source, reader: Layer | "result"): void => {
    ("input" in source ? inputReaders[source.input]! : (source.layer as (typeof layers)[number]).readers).push(reader);
  };
  let shared = 0;
  for (const id of ids) {
    const own = slots.map((one) => one.get(id));
    const said = new Set(own.flatMap((slot) => (slot && signature(slot, found)) ?? []));
    // What is left out in all uses is no part of the block.
    if (!said.size) continue;
    if (said.size > 1) return undefined;
    const sample = own.find((slot) => slot && (slot.copies.length || slot.parameter))!;
    const all = sample.reads.map((_, k) =>
      sourceOf(own.map((slot) => (slot && (slot.copies.length || k === 0) ? slot.reads[k] : undefined))),
    );
    if (!all.every((one) => one !== undefined)) return undefined;
    const reads = own.includes(undefined) ? resultFirst(sample, all) : all;
    const index = layers.length;
    const isEverywhere = own.every((slot) => slot !== undefined);
    if (!isEverywhere && !passes(sample, reads as readonly Source[])) return undefined;
    if (isEverywhere) shared++;
    const layer = { index, id, slots: own, sample, reads, readers: [] };
    layers.push(layer);
    if (!isEverywhere)
      for (const [i, slot] of own.entries()) if (!slot) pass(givers[i]!, keyOf(reads[0]!), `layer ${index} 0`);
    for (const source of reads) note(source, layer);
    own.forEach((slot, i) => slot?.gives.forEach((one, port) => put(givers[i]!, one, `layer ${index} ${port}`)));
  }
  // Of what has little in common the uses are blocks of their own.
  if (shared * 2 < layers.length) return undefined;
  const results = bodies[0]!.results.map((_, k) => sourceOf(bodies.map((body) => body.results[k])));
  if (!results.every((one) => one !== undefined)) return undefined;
  for (const source of results) note(source, "result");
  return { block, bodies, layers, results, readers: inputReaders };
}

const keyOf = (source: Source): string =>
  "input" in source ? `input ${source.input}` : `layer ${source.layer.index} ${source.port}`;

/** What reads one tensor can be left out, and a sum with one that is computed. */
const passes = ({ gives }: Slot, reads: readonly Source[]): boolean => gives.length === 1 && reads.length > 0;

/** A shortcut is left out with its sum, so that what is computed stays. */
function resultFirst({ copies: [calls] }: Slot, reads: readonly Source[]): readonly Source[] {
  const [call] = calls ?? [];
  const isSum = call?.kind === "leaf" && call.word === "Add" && reads.length === 2;
  return isSum && "input" in reads[0]! ? [...reads].reverse() : reads;
}

/** Where a layer is not, what it would read goes on as what it would give. */
function pass(known: Map<Wire, Set<string>>, from: string, key: string): void {
  for (const keys of known.values()) if (keys.has(from)) keys.add(key);
}

function put(known: Map<Wire, Set<string>>, wire: Wire, key: string): void {
  known.set(wire, (known.get(wire) ?? new Set()).add(key));
}

/** Two orders as one. */
function merged(all: readonly string[], more: readonly string[]): string[] {
  const result = [...all];
  let at = 0;
  for (const id of more) {
    const known = result.indexOf(id);
    if (known >= 0) at = known + 1;
    else result.splice(at++, 0, id);
  }
  return result;
}
