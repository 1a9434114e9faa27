import { type Model, type Step, shapeAt } from "../core/analysis";
import type { Shape } from "../core/dim";
import type { Edge } from "../core/graph";
import { say } from "../core/message";
import type { Op } from "../core/op";
import type { Vocabulary } from "../core/vocabulary";
import type { Context } from "../edits/conversion";
import { type Found, layerFor } from "../edits/find";
import { isTurned, movedShape, type Order, ordersOf, seen } from "../edits/orders";
import { type Call, type Leaf, Unsayable } from "./calls";
import { converted } from "./convert";
import type { Counterpart, Renamed } from "./counterpart";
import { type Called, composed, leafOf } from "./leaves";

/** A framework that programs are written for. */
export interface Target {
  readonly vocabulary: Vocabulary;
  /** Whether a program can call an operator by this word. */
  isSayable(word: string): boolean;
  /** By the name of an operator. */
  readonly counterparts: ReadonlyMap<string, Counterpart>;
}

/** A call that a model makes itself, under the word that it has for it. */
interface Said extends Called {
  readonly word?: string;
  readonly isTurned?: boolean;
}

/** Says the calls of a model in the words of a framework, whichever words they have. */
export class Speaker {
  readonly #orders: readonly Order[];
  readonly #from: Vocabulary;
  readonly #context: Context;

  constructor(
    private readonly model: Model,
    private readonly target: Target,
  ) {
    this.#from = model.graph.vocabulary;
    this.#orders = ordersOf(model);
    const { vocabulary: to } = target;
    this.#context = { text: "", json: true, model, from: this.#from, to, orders: this.#orders, leave: new Map() };
  }

  /** The model has the words of the framework already. */
  get isNative(): boolean {
    return this.#from.id === this.target.vocabulary.id;
  }

  /** Nothing but an order of axes is given, which the framework has anyway. */
  isTurned = (id: number): boolean => {
    const node = this.model.graph.nodes[id];
    return !this.isNative && node !== undefined && isTurned(node, this.#orders);
  };

  /** A shape with its axes in the order of the framework. */
  shapeAt = (edge: Edge): Shape | undefined => {
    const shape = shapeAt(this.model, edge);
    return shape && this.#moved(shape, this.#orders[edge.node ?? -1] ?? "plain");
  };

  step({ spelling, args, outcome, node }: Step): readonly Call[] {
    const shapes = node.inputs.map((edge) => shapeAt(this.model, edge)!);
    const order = this.#orders[node.inputs[0]?.node ?? -1] ?? "plain";
    const applied = this.#applied(node.op);
    if (applied) return applied;
    const called = { op: spelling!.op, args: args!, inputs: shapes, outcome: outcome!, written: node.args };
    return this.#say({ ...called, word: node.op, isTurned: isTurned(node, this.#orders) }, order);
  }

  /** A function by its name is said by the layer that applies it. */
  #applied(word: string): readonly Call[] | undefined {
    const { spellings, activations } = this.target.vocabulary;
    const spelling = spellings.get("Activation");
    if (!this.isNative || !activations?.has(word) || !spelling) return undefined;
    const args = new Map([["activation", { value: word }]]);
    return [{ kind: "leaf", word: "Activation", spelling, args, states: new Map(), inputs: [[]], outputs: [[]] }];
  }

  #say(called: Said, order: Order): readonly Call[] {
    const { word, op, outcome } = called;
    const { vocabulary: to, isSayable } = this.target;
    const move = (shape: Shape): Shape => this.#moved(shape, order);
    if (this.isNative) {
      const own = word !== undefined && isSayable(word) ? word : this.#wordFor(op);
      if (own !== undefined) return [leafOf(own, to.spellings.get(own)!, called, to.layout)];
      if (!outcome.calls.length) throw new Unsayable(say`${to.title} has nothing like ${op.name}`);
    } else {
      try {
        return this.#converted(called, order);
      } catch (error) {
        if (!(error instanceof Unsayable) || !outcome.calls.length) throw error;
      }
    }
    return [composed(called, (inner) => this.#say(inner, orderIn(inner, order)), move)];
  }

  #converted(called: Said, order: Order): readonly Leaf[] {
    const { word, op, args, inputs, outcome, written, isTurned = false } = called;
    const found =
      word === undefined ? layerFor(op, this.#from) : { name: word, spelling: this.#from.spellings.get(word)! };
    const renamed = found && !isTurned && this.#renamed(found, called, order);
    if (renamed) return renamed;
    const [first] = inputs;
    const gives = outcome.outputs[0];
    const { title } = this.target.vocabulary;
    if (!found || !first || !gives) throw new Unsayable(say`${title} has nothing like ${op.name}`);
    const x = { ...seen(first, order, this.#from.layout), isTurned };
    const axis =
      "axis" in op.params && args["axis"] === undefined ? { axis: this.#from.layout === "channels-last" ? -1 : 1 } : {};
    const use = { op: found.name, spelling: found.spelling, args: { ...args, ...axis }, order, x, gives };
    const move = (shape: Shape): Shape => this.#moved(shape, order);
    const after = isTurned ? inputs.map(move) : outcome.outputs.map(move);
    const leaves = converted(use, written, inputs.map(move), after, this.#context);
    const strange = leaves.find((leaf) => !this.target.isSayable(leaf.word));
    if (strange) throw new Unsayable(say`${title} has nothing like ${op.name}`);
    return leaves;
  }

  #renamed({ name, spelling }: Found, called: Called, order: Order): readonly Leaf[] | undefined {
    const { vocabulary: to, counterparts } = this.target;
    const counterpart = counterparts.get(called.op.name);
    if (!counterpart) return undefined;
    const move = (shape: Shape): Shape => this.#moved(shape, order);
    const leaf = leafOf(name, spelling, called, this.#from.layout);
    const moved = { ...leaf, inputs: leaf.inputs.map(move), outputs: leaf.outputs.map(move) };
    const found = counterpart(moved, order === "image" && called.inputs[0]!.length > 2);
    if (typeof found === "string") throw new Unsayable(say`${to.title} has no ${found} like that of ${name}`);
    const all = found && (Array.isArray(found) ? (found as readonly Renamed[]) : [found as Renamed]);
    return all?.map((one) => ({
      ...moved,
      ...one,
      spelling: to.spellings.get(one.word) ?? spelling,
      states: new Map(),
    }));
  }

  #wordFor(op: Op): string | undefined {
    const found = layerFor(op, this.target.vocabulary)?.name;
    return found !== undefined && this.target.isSayable(found) ? found : undefined;
  }

  #moved = (shape: Shape, order: Order): Shape =>
    this.isNative ? shape : movedShape(shape, order, this.target.vocabulary.layout);
}

/** What an operator inside of another takes its input for. */
function orderIn({ op, inputs: [first] }: Called, outer: Order): Order {
  const names = (Object.values<string>(op.inputs)[0] ?? "*").replace(/[+?]$/, "").split(" ");
  if (names[1] === "C") return "image";
  if (names.at(-1) === "F") return "plain";
  return (first?.length ?? 0) > 2 ? outer : "plain";
}
