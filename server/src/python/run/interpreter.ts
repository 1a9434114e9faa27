import type { CheckId } from "../../core/checks";
import type { Shape } from "../../core/dim";
import type { Arg } from "../../core/graph";
import { type Message, say } from "../../core/message";
import type { Weight } from "../../core/op";
import type { Problem } from "../../core/problem";
import type { Span } from "../../core/span";
import { builtins } from "../builtins/functions";
import { methodOf } from "../builtins/methods";
import { Exhausted, Fault, raised, refused, type Told } from "../fault";
import type { AskedInput } from "../inputs/asked";
import { isNowhere } from "../library/index";
import { setInModule } from "../nn/attributes";
import type { Block, Expr } from "../syntax/ast";
import { tensorAttribute, tensorBinary, tensorItem } from "../torch/index";
import type { Trace } from "../trace";
import { unread } from "../unread";
import {
  type Arguments,
  type Class,
  type Func,
  isKind,
  type Layer,
  type List,
  type Namespace,
  type Obj,
  type Scope,
  type Tensor,
  type Value,
} from "../values";
import { attribute, setAttribute } from "./attributes";
import { argumentsAt, call } from "./calls";
import { evaluate } from "./expressions";
import { item, itemsOf, setItem } from "./items";
import { Journal } from "./journal";
import type { Flow, Frame, Machine } from "./machine";
import { binary } from "./operators";
import { assign, lookUp, scopeFor } from "./scope";
import { execute } from "./statements";
import { text } from "./text";
import { equal, truth } from "./truth";

/** What the world around the program gives it. */
export interface World {
  readonly trace: Trace;
  readonly training: boolean;
  readonly asked?: AskedInput | undefined;
  /** Gets the functions of the file that are called. */
  readonly called: Set<Func>;
  /** A module that is imported. */
  imported(path: string, level: number, from: Scope): Value;
  inNamespace(of: Namespace, name: string): Value | undefined;
  callModule(of: Obj, given: Arguments): Value;
}

/** To infer a call of an operator takes as long as that many steps of other kinds. */
const stepsOfOperator = 8;

/** Runs a program, one part of it in each file beside this one. */
export class Interpreter implements Machine {
  readonly journal = new Journal();
  readonly frames: Frame[] = [];
  depth = 0;
  making = 0;
  /** Classes of which there are instances, or of what inherits from them. */
  readonly made = new Set<Class>();
  readonly loose = new Map<Class, Obj>();
  /** A `forward` that gave None lately. */
  resultless: Func | undefined;
  /** Tensors that the program makes outside of modules, which models may be meant for. */
  readonly examples: Tensor[] = [];
  askedTraining = false;
  learns = false;
  private steps = 0;
  private limit = Number.POSITIVE_INFINITY;

  constructor(private readonly world: World) {}

  get trace(): Trace {
    return this.world.trace;
  }
  get called(): Set<Func> {
    return this.world.called;
  }
  get asked(): AskedInput | undefined {
    return this.world.asked;
  }
  get training(): boolean {
    return this.world.training;
  }

  evaluate = (expr: Expr, scope: Scope): Value => evaluate(this, expr, scope);
  execute = (block: Block, scope: Scope): Flow => execute(this, block, scope);
  assign = (target: Expr, value: Value, scope: Scope): void => assign(this, target, value, scope);
  name = (name: string, scope: Scope): Value => lookUp(name, scope, builtins, this.at.from);
  setName = (name: string, value: Value, scope: Scope): void => this.set(scopeFor(name, scope).names, name, value);
  setItem = (of: Value, index: Value, value: Value): void => setItem(this, of, index, value);
  call = (callee: Value, given: Arguments): Value => call(this, callee, given);
  callModule = (of: Obj, given: Arguments): Value =>
    of.module?.layer
      ? this.world.callModule(of, given)
      : this.trace.within(of, given, () => this.world.callModule(of, given));
  attribute = (of: Value, name: string, or?: Value): Value => attribute(this, of, name, or);
  setAttribute = (of: Value, name: string, value: Value): void => setAttribute(this, of, name, value);
  setInModule = (of: Obj, name: string, value: Value): boolean => setInModule(this, of, name, value);
  item = (of: Value, index: Value): Value => item(this, of, index);
  items(value: Value): readonly Value[] | undefined {
    const items = itemsOf(this, value);
    if (items) this.step(items.length >> 4);
    return items;
  }
  truth = (value: Value): boolean | undefined => truth(this, value);
  equal = (a: Value, b: Value): boolean | undefined => equal(a, b);
  binary = (op: string, left: Value, right: Value): Value => binary(this, op, left, right);
  text = (value: Value): string | undefined => text(this, value);
  imported = (path: string, level: number, from: Scope): Value => this.world.imported(path, level, from);
  inNamespace = (of: Namespace, name: string): Value | undefined => this.world.inNamespace(of, name);

  methodOf(of: Value, name: string): Value | undefined {
    if (!isKind(of, "tensor")) return methodOf(this, of, name);
    const found = tensorAttribute(of, name, this);
    if (found === undefined) unread(this, `torch.Tensor.${name}`);
    return found;
  }
  tensorItem = (of: Tensor, index: Value): Value => tensorItem(of, index, this.here([of, index]), this);
  tensorBinary = (op: string, left: Value, right: Value): Value =>
    tensorBinary(op, left, right, this.here([left, right]), this);

  /** A call that nobody has written, at what is being run. */
  here = (values: readonly Value[]): Arguments => argumentsAt({ span: this.at, callee: this.at }, values);
  invoke = (callee: Value, values: readonly Value[]): Value => this.call(callee, this.here(values));

  operator(op: string, inputs: readonly Value[], args: readonly Arg[], at: Arguments, layer?: Obj): readonly Tensor[] {
    this.step(stepsOfOperator + inputs.length);
    if (inputs.includes(null)) throw new Fault("TypeError", this.nothing(say`None stands where a tensor is needed`));
    const problems: Problem[] = [];
    const outputs = this.trace.call(op, inputs, args, at, layer, (found) => problems.push(found));
    const found = problems.find(({ severity }) => severity === "error");
    if (found) throw Object.assign(new Fault("RuntimeError"), { problem: found });
    return outputs;
  }

  isPacked = (of: Tensor): boolean => this.trace.isPacked(of);
  weights = (layer: Layer): readonly Weight[] | undefined => this.trace.weights(layer);

  tensor(
    shape: Shape | undefined,
    at: Arguments,
    more: Partial<Pick<Tensor, "learning" | "parameter" | "values" | "whole">> = {},
  ): Tensor {
    const made = this.trace.made(shape, at, more);
    if (this.depth + this.making === 0 && !more.parameter && shape && shape.length > 1) this.examples.push(made);
    return made;
  }

  raise(type: string, message?: Message): never {
    throw refused(type, message ?? raised(type));
  }

  /** What is told where None is used as a tensor: which `forward` gave it. */
  nothing(message: Message): Told {
    const { resultless } = this;
    if (!resultless) return { id: "python-error", message };
    const name = resultless.owner ? `${resultless.owner.name}.${resultless.name}` : resultless.name;
    const related = [{ span: this.at, message: say`used here` }];
    const span = resultless.nameSpan ?? resultless.span;
    return {
      id: "forward-without-result",
      message: say`${name} returns nothing, and its result is used`,
      span,
      related,
    };
  }

  /** What is told of a fault at the place that is being run. */
  certain = (told: { readonly id: CheckId; readonly message: Message }): Told => ({ ...told, span: this.at });

  inTraining(): Value {
    this.askedTraining = true;
    return this.training;
  }

  get at(): Span {
    return this.frames.at(-1)?.at ?? { from: 0, to: 0 };
  }
  mark(at: Span): void {
    const frame = this.frames.at(-1);
    if (!frame) return;
    if (isNowhere(at)) frame.inner = at;
    else {
      frame.at = { from: at.from, to: at.to };
      if (frame.inner) delete frame.inner;
    }
  }
  note(fault: Fault): void {
    if (fault.stack.length) return;
    fault.stack = this.frames.map(({ at }) => at).reverse();
    fault.inner = this.frames.flatMap(({ inner }) => (inner ? [inner] : [])).reverse();
  }

  /** How many steps it has taken. */
  get taken(): number {
    return this.steps;
  }

  step(steps = 1): void {
    this.steps += steps;
    if (this.steps > this.limit) throw new Exhausted();
  }
  within<T>(steps: number, work: () => T): T {
    const { limit } = this;
    this.limit = Math.min(limit, this.steps + steps);
    try {
      return work();
    } finally {
      this.limit = limit;
    }
  }

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    this.journal.set(map, key, value);
  }
  remove<K, V>(map: Map<K, V>, key: K): void {
    this.journal.remove(map, key);
  }
  change(list: List): void {
    this.journal.change(list);
  }
}
