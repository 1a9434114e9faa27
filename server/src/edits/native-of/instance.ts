import type { Inner, Outcome, Source } from "../../core/analysis";
import { portsOf } from "../../core/axes";
import { compare, type Shape } from "../../core/dim";
import type { Row } from "../../core/graph";
import type { Message } from "../../core/message";
import type { Op } from "../../core/op";
import type { ParamType } from "../../core/param";
import type { Bound } from "../../core/twin";
import type { Vocabulary } from "../../core/vocabulary";
import { leafOf, wordOf } from "./leaf";
import { Pieces } from "./pieces";
import { repeatsTogether } from "./repeats";

/** What a layer reads: an output of a layer before it in its list, or an input of the list. */
export interface Read {
  readonly of?: Layer;
  readonly port: number;
}

/** An argument with all that is needed to write it. */
export interface Given {
  readonly value: unknown;
  readonly usual: unknown;
  readonly type: ParamType<any>;
}

/** A layer of the native format that is still to be written. */
export interface Layer {
  /** What the module around it calls it. */
  readonly label: string;
  readonly call: Leaf | Instance;
  readonly reads: readonly Read[];
  readonly times: number;
  /** Only training needs it. */
  readonly idle: boolean;
  /** It gives a list, of which one is read by its number. */
  readonly many: boolean;
  /** The row of the model that it comes from. */
  readonly row?: Row;
}

/** An operator that the framework has a word for. */
export interface Leaf {
  readonly kind: "leaf";
  readonly word: string;
  readonly args: ReadonlyMap<string, Given>;
}

export interface List {
  readonly layers: readonly Layer[];
  readonly results: readonly Read[];
}

/** A module as it is in one call, made of layers. */
export interface Instance extends List {
  readonly kind: "block";
  readonly op: Op;
  readonly args: Bound;
  readonly inputs: readonly Shape[];
  /** Instances of one form are calls of one block. */
  readonly form: number;
  /** What it does that has no layer. */
  readonly besides?: Message;
}

/** Ends a conversion: there are no words for this operator. */
export class Unsayable extends Error {
  constructor(readonly op: Op) {
    super();
  }
}

/** A module with every step as a call, and what no call can say; nothing for one that is so already. */
export type InFull = (
  op: Op,
  args: Bound,
  inputs: readonly Shape[],
) => { readonly outcome: Outcome; readonly besides?: Message } | undefined;

/** Makes layers of calls; equal calls of a module are one instance. */
export class Reader {
  readonly #known = new Map<readonly Inner[], Instance>();
  readonly #forms = new Map<string, number>();

  constructor(
    readonly to: Vocabulary,
    private readonly inFull: InFull,
  ) {}

  /** All modules, those inside of others first. */
  get instances(): readonly Instance[] {
    return [...this.#known.values()];
  }

  callOf(op: Op, args: Bound, inputs: readonly Shape[], outcome: Outcome): Leaf | Instance {
    const found = wordOf(op, this.to);
    if (found) return leafOf(found, args);
    const { outcome: own, besides } = this.inFull(op, args, inputs) ?? { outcome };
    if (own.weights.length || own.factors.length || !own.calls.length) throw new Unsayable(op);
    const known = this.#known.get(own.calls);
    if (known) return known;
    const list = this.#listOf(op, inputs, own);
    const instance: Instance = {
      kind: "block",
      op,
      args,
      inputs,
      ...list,
      form: this.#formOf(op, inputs.length, list),
      ...(besides && { besides }),
    };
    this.#known.set(own.calls, instance);
    return instance;
  }

  #listOf(op: Op, inputs: readonly Shape[], { calls, results }: Outcome): List {
    const pieces = new Pieces(this.to);
    const made: Read[] = [];
    const layers: Layer[] = [];
    const shapeOf = (source: Source | undefined): Shape => {
      const whole = source && (source.call < 0 ? inputs[source.port] : calls[source.call]!.outputs[source.port]);
      if (!whole) throw new Unsayable(op);
      return source.part ? [whole[0]!, source.part.size, ...whole.slice(2)] : whole;
    };
    const readOf = (source: Source | undefined): Read => {
      const whole = shapeOf(source && { call: source.call, port: source.port });
      const { call, port, part } = source!;
      const read =
        call < 0 ? { port } : calls[call]!.op.traits.includes("same") ? made[call]! : { ...made[call]!, port };
      // All of it is no piece.
      return part && compare(part.size, whole[1]!) !== "yes" ? pieces.read(read, part, whole[1]) : read;
    };
    for (const call of calls) {
      const reads = call.inputs.map(readOf);
      if (call.op.traits.includes("same")) {
        made.push(reads[0]!);
        continue;
      }
      const idle = call.op.traits.includes("idle") && !op.traits.includes("idle");
      const said = this.callOf(call.op, call.args, call.inputs.map(shapeOf), call);
      const layer: Layer = { label: call.name, call: said, reads, times: 1, idle, many: givesMany(said, call.op) };
      made.push({ of: layer, port: 0 });
      layers.push(layer);
    }
    const all = results.map(readOf);
    const apart = pieces.among(layers);
    // What nobody reads is joined in a step that is kept from us.
    const read = new Set([...apart.flatMap(({ reads }) => reads), ...all].map(({ of }) => of));
    if (layers.some((layer) => !layer.idle && !read.has(layer)) && !op.traits.includes("idle")) throw new Unsayable(op);
    return repeatsTogether({ layers: apart, results: all });
  }

  #formOf({ name }: Op, inputs: number, { layers, results }: List): number {
    const read = ({ of, port }: Read): string => `${of ? layers.indexOf(of) : "in"}.${port}`;
    const lines = layers.map(({ call, reads, idle }) => {
      const said = call.kind === "leaf" ? call.word : call.form;
      return `${said} ${reads.map(read)} ${idle}`;
    });
    const text = `${name} ${inputs}\n${lines.join("\n")}\n${results.map(read)}`;
    const known = this.#forms.get(text);
    if (known !== undefined) return known;
    this.#forms.set(text, this.#forms.size);
    return this.#forms.size - 1;
  }
}

export const givesMany = (call: Leaf | Instance, { outputs }: Op): boolean =>
  call.kind === "block"
    ? call.results.length > 1
    : portsOf(outputs).length > 1 || portsOf(outputs).some(({ many }) => many);
