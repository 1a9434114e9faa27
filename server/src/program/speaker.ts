import { type Model, type Step, shapeAt } from "../core/analysis";
import type { Shape } from "../core/dim";
import type { Edge } from "../core/graph";
import { say } from "../core/message";
import type { Op } from "../core/op";
import type { Vocabulary } from "../core/vocabulary";
import type { Context } from "../edits/conversion";
import { layerFor } from "../edits/find";
import { movedShape, type Order, ordersOf, seen } from "../edits/orders";
import { type Call, type Leaf, Unsayable } from "./calls";
import { converted } from "./convert";
import { type Called, composed, leafOf } from "./leaves";

/** A framework that programs are written for. */
export interface Target {
  readonly vocabulary: Vocabulary;
  /** Whether a program can call an operator by this word. */
  isSayable(word: string): boolean;
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
    return this.#say({ ...called, word: node.op }, order);
  }

  /** A function by its name is said by the layer that applies it. */
  #applied(word: string): readonly Call[] | undefined {
    const { spellings, activations } = this.target.vocabulary;
    const spelling = spellings.get("Activation");
    if (!this.isNative || !activations?.has(word) || !spelling) return undefined;
    const args = new Map([["activation", { value: word }]]);
    return [{ kind: "leaf", word: "Activation", spelling, args, states: new Map(), inputs: [[]], outputs: [[]] }];
  }

  #say(called: Called & { readonly word?: string }, order: Order): readonly Call[] {
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

  #converted(
    { word, op, args, inputs, outcome, written }: Called & { readonly word?: string },
    order: Order,
  ): readonly Leaf[] {
    const found =
      word === undefined ? layerFor(op, this.#from) : { name: word, spelling: this.#from.spellings.get(word)! };
    const [first] = inputs;
    const gives = outcome.outputs[0];
    const { title } = this.target.vocabulary;
    if (!found || !first || !gives) throw new Unsayable(say`${title} has nothing like ${op.name}`);
    const x = seen(first, order, this.#from.layout);
    const axis =
      "axis" in op.params && args["axis"] === undefined ? { axis: this.#from.layout === "channels-last" ? -1 : 1 } : {};
    const use = { op: found.name, spelling: found.spelling, args: { ...args, ...axis }, order, x, gives };
    const move = (shape: Shape): Shape => this.#moved(shape, order);
    const leaves = converted(use, written, inputs.map(move), outcome.outputs.map(move), this.#context);
    const strange = leaves.find((leaf) => !this.target.isSayable(leaf.word));
    if (strange) throw new Unsayable(say`${title} has nothing like ${op.name}`);
    return leaves;
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
