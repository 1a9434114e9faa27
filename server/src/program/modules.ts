import type { Model } from "../core/analysis";
import type { Shape } from "../core/dim";
import type { Edge, Row } from "../core/graph";
import type { Module } from "../core/program";
import type { Body, Call, Slot, Wire } from "./calls";
import { snake } from "./names";

/** What is known of layers one by one. */
export interface Layers {
  slot(row: Row): Slot;
  parameter(node: number): Slot | undefined;
  wire(edge: Edge): Wire;
  shapeAt(wire: Wire): Shape;
}

/** A call of a module, and those that are within it. */
interface Called {
  readonly module: Module;
  readonly from: number;
  readonly to: number;
  readonly inner: Called[];
}

/** A model that a program has made of modules: each that is no chain is a block. */
export class Modules {
  /** How often a tensor is read, and by whom first. */
  readonly #reads = new Map<Wire, number[]>();
  /** How often a module is called. */
  readonly #calls = new Map<string, number>();
  readonly #outputs: ReadonlySet<Wire>;

  constructor(
    private readonly model: Model,
    private readonly layers: Layers,
  ) {
    const { nodes, outputs, program } = model.graph;
    for (const { id, inputs } of nodes)
      for (const edge of inputs) {
        const wire = layers.wire(edge);
        this.#reads.set(wire, [...(this.#reads.get(wire) ?? []), id]);
      }
    this.#outputs = new Set(outputs.map(layers.wire));
    for (const { label, call } of program!.modules) if (call) this.#calls.set(label, (this.#calls.get(label) ?? 0) + 1);
  }

  /** The layers of the model itself. */
  slots(): readonly Slot[] {
    const { nodes, program } = this.model.graph;
    const whole: Called = { module: program!.modules[0]!, from: 0, to: nodes.length, inner: [] };
    const open = [whole];
    for (const module of program!.modules) {
      const [from, last] = [module.nodes[0], module.nodes.at(-1)];
      if (!module.call || from === undefined) continue;
      const called: Called = { module, from, to: last! + 1, inner: [] };
      while (open.length > 1 && !(open.at(-1)!.from <= from && called.to <= open.at(-1)!.to)) open.pop();
      open.at(-1)!.inner.push(called);
      open.push(called);
    }
    return repeated(this.#slotsOf(whole));
  }

  #slotsOf({ module: { label: path }, from, to, inner }: Called): readonly Slot[] {
    const slots: Slot[] = [];
    const list = new List(path, slots);
    const starts = new Map(inner.map((one) => [one.from, one]));
    for (let id = from; id < to; id++) {
      const { row, label } = this.model.graph.nodes[id]!;
      const parameter = this.layers.parameter(id);
      if (parameter) list.put(parameter, label);
      const called = starts.get(id);
      if (called) {
        this.#put(called, list);
        id = called.to - 1;
      } else if (row) list.put(this.layers.slot(row), row.name);
    }
    return slots;
  }

  #put(called: Called, list: List): void {
    const { module } = called;
    const known = list.known(module.label);
    if (isChain(called) && this.#calls.get(module.label) === 1) {
      const slots = this.#slotsOf(called);
      list.chain(slots, module.label);
      return;
    }
    const { reads, gives } = this.#ends(called);
    if (!gives.length) return;
    const call: Call = known?.copies[0]?.[0] ?? { kind: "block", body: this.#bodyOf(called, reads, gives) };
    const about = { id: "", stem: snake(module.op), span: module.made.callee, training: false };
    list.put({ ...about, copies: [[call]], reads, gives }, module.label);
  }

  #bodyOf(called: Called, inputs: readonly Wire[], results: readonly Wire[]): Body {
    const { label, op } = called.module;
    return {
      // A chain that is called twice is a class for itself.
      block: isChain(called) ? label.split(".").at(-1)!.replace(/^\d+$/, op) : op,
      names: inputs.length === 1 ? ["x"] : inputs.map((_, i) => `x${i + 1}`),
      inputs,
      shapes: inputs.map((wire) => this.layers.shapeAt(wire)),
      slots: this.#slotsOf(called),
      results,
      params: new Map(),
    };
  }

  /** What comes in from outside, and what is used there. */
  #ends({ module: { label }, from, to }: Called): { readonly reads: readonly Wire[]; readonly gives: readonly Wire[] } {
    const reads = new Set<Wire>();
    const gives: Wire[] = [];
    const isInside = (id: number): boolean => from <= id && id < to;
    for (let id = from; id < to; id++) {
      const node = this.model.graph.nodes[id]!;
      for (const edge of node.inputs) {
        const wire = this.layers.wire(edge);
        const of = this.model.graph.nodes[Number.parseInt(wire, 10)];
        if (of && !isInside(of.id) && !(of.made && of.label.startsWith(`${label}.`))) reads.add(wire);
      }
      const ports = this.model.steps[id]!.outcome?.outputs.length ?? 1;
      for (let port = 0; port < ports; port++) {
        const wire = `${id}.${port}`;
        const isRead = this.#reads.get(wire)?.some((reader) => !isInside(reader));
        if (isRead || this.#outputs.has(wire)) gives.push(wire);
      }
    }
    return { reads: [...reads], gives };
  }
}

/** Layers in the order in which they are called, with names of their own where somebody has given them. */
class List {
  private readonly counts = new Map<string, number>();
  private readonly owners = new Map<string, Slot>();

  constructor(
    private readonly path: string,
    private readonly slots: Slot[],
  ) {}

  /** The module as it was called before. */
  known = (label: string): Slot | undefined => this.owners.get(label);

  put(slot: Slot, label: string | undefined): void {
    const relative = label?.slice(this.path ? this.path.length + 1 : 0);
    const owner = label === undefined ? undefined : this.owners.get(label);
    const count = this.counts.get(relative ?? slot.stem) ?? 0;
    this.counts.set(relative ?? slot.stem, count + 1);
    const { name: _, ...rest } = slot;
    const put: Slot = {
      ...rest,
      id: `${relative ?? slot.stem} ${count}`,
      ...named(relative),
      ...(owner && { shares: owner.id }),
    };
    if (label !== undefined && !owner) this.owners.set(label, put);
    this.slots.push(put);
  }

  /** Layers of a chain have no names but that of it. They are counted from its end, since what some uses have not stands before. */
  chain(slots: readonly Slot[], label: string): void {
    const relative = label.slice(this.path ? this.path.length + 1 : 0);
    const counts = new Map<string, number>();
    const { name: part } = named(relative);
    const put = [...slots].reverse().map((slot): Slot => {
      const word = `${relative} ${slot.stem}`;
      const count = counts.get(word) ?? 0;
      counts.set(word, count + 1);
      return { ...slot, id: `${word} -${count}`, ...(part !== undefined && !slot.part && { part }) };
    });
    this.slots.push(...put.reverse());
  }
}

/** A number is no name. */
const named = (path: string | undefined): { readonly name?: string } =>
  path && !/(^|\.)\d+$/.test(path) ? { name: path.replaceAll(".", "_") } : {};

const isChain = ({ module: { op, classSpan } }: Called): boolean => op === "Sequential" && !classSpan;

/** The same block time and again, each reading what the one before gives and nobody else reads. */
function repeated(slots: readonly Slot[]): readonly Slot[] {
  const reads = new Map<Wire, number>();
  for (const wire of slots.flatMap((slot) => slot.reads)) reads.set(wire, (reads.get(wire) ?? 0) + 1);
  const isShared = new Set(slots.flatMap(({ shares }) => shares ?? []));
  const isFree = ({ id, shares, parameter }: Slot): boolean => shares === undefined && !isShared.has(id) && !parameter;
  const blockOf = ({ copies: [calls] }: Slot): string | undefined =>
    calls?.length === 1 && calls[0]!.kind === "block" ? calls[0]!.body.block : undefined;
  const all: Slot[] = [];
  for (const slot of slots) {
    const before = all.at(-1);
    const [given, ...more] = before?.gives ?? [];
    const fits =
      before !== undefined &&
      before.name === undefined &&
      before.part === slot.part &&
      blockOf(before) !== undefined &&
      blockOf(before) === blockOf(slot) &&
      isFree(before) &&
      isFree(slot) &&
      !more.length &&
      slot.gives.length === 1 &&
      slot.reads.length === 1 &&
      slot.reads[0] === given &&
      reads.get(given!) === 1;
    if (fits) all[all.length - 1] = { ...slot, copies: [...before.copies, ...slot.copies], reads: before.reads };
    else all.push(slot);
  }
  return all;
}
