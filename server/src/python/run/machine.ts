import type { CheckId } from "../../core/checks";
import type { Message } from "../../core/message";
import type { Span } from "../../core/span";
import type { Fault, Told } from "../fault";
import type { AskedInput } from "../inputs/asked";
import type { Block, Expr } from "../syntax/ast";
import type { Trace } from "../trace";
import type { Arguments, Class, Func, Namespace, Obj, Run, Scope, Tensor, Value } from "../values";
import type { Journal } from "./journal";

/** How a statement ends: with the next one, out of a loop, or out of the function with a value. */
export type Flow = "next" | "break" | "continue" | Returned;
export interface Returned {
  readonly value: Value;
}
export const isReturned = (flow: Flow): flow is Returned => typeof flow === "object";

/** A call of a function of the file that has not come to its end. */
export interface Frame {
  readonly of?: Func;
  /** Its first argument, which `super()` is about. */
  readonly self?: Value;
  /** What is being done in it. */
  at: Span;
  /** The same in the text of another file, where it is not done in the one that is read. */
  inner?: Span;
  /** What it returns where a condition holds of which nobody knows. */
  readonly returned: Value[];
  /** Of a generator, what it has given so far; unknown items make all of it unknown. */
  readonly yields?: Value[];
}

/** All that the parts of the interpreter ask of one another. */
export interface Machine extends Run {
  readonly journal: Journal;
  readonly frames: Frame[];
  readonly trace: Trace;
  readonly asked: AskedInput | undefined;
  /** Functions of the file that were called, and classes of which there are instances, or of what inherits from them. */
  readonly called: Set<Func>;
  readonly made: Set<Class>;
  /** The last instance of each class of the file that was made for nothing else that is made. */
  readonly loose: Map<Class, Obj>;
  /** A `forward` that gave None lately. */
  resultless: Func | undefined;
  /** Tensors that the program makes outside of modules, which models may be meant for. */
  readonly examples: readonly Tensor[];
  /** Modules are run as if none had been told to learn no more. */
  learns: boolean;
  /** Some module has asked whether it learns. */
  askedTraining: boolean;
  /** How deep the run is in calls of modules, and in the making of instances. */
  depth: number;
  making: number;
  evaluate(expr: Expr, scope: Scope): Value;
  execute(block: Block, scope: Scope): Flow;
  assign(target: Expr, value: Value, scope: Scope): void;
  name(name: string, scope: Scope): Value;
  setName(name: string, value: Value, scope: Scope): void;
  setItem(of: Value, index: Value, value: Value): void;
  /** How many steps it has taken. */
  readonly taken: number;
  /** Does something in at most so many steps. */
  within<T>(steps: number, work: () => T): T;
  /** Which part of the text is being run. */
  readonly at: Span;
  /** Says which part of the text is being run. */
  mark(at: Span): void;
  /** A module by its dotted name, with as many dots before it as there are levels, for whoever imports it. */
  imported(path: string, level: number, from: Scope): Value;
  /** Calls something at the place that is being run. */
  invoke(callee: Value, values: readonly Value[]): Value;
  /** Calls a module, which is more than its `forward`: it may be a model. */
  callModule(of: Obj, given: Arguments): Value;
  inNamespace(of: Namespace, name: string): Value | undefined;
  /** A method of a tensor or of a value of Python's own. */
  methodOf(of: Value, name: string): Value | undefined;
  tensorItem(of: Tensor, index: Value): Value;
  tensorBinary(op: string, left: Value, right: Value): Value;
  /** Puts a part into a module, where the value is one; says whether it has done so. */
  setInModule(of: Obj, name: string, value: Value): boolean;
  /** Whether a module learns, which the run decides and not the program. */
  inTraining(): Value;
  /** What is told where None is used as something else; the message where nobody knows which `forward` gave it. */
  nothing(message: Message): Told;
  certain(told: { readonly id: CheckId; readonly message: Message }): Told;
  /** Says where a fault was raised, if that is not known yet. */
  note(fault: Fault): void;
}
