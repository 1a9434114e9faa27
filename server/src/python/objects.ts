import type { Arg } from "../core/graph";
import type { Span } from "../core/span";
import type { Run } from "./host";
import type { Block, Expr, Param } from "./syntax/ast";
import type { Scope, Tensor, Value } from "./values";

/** What is defined by `def` or `lambda`. */
export interface Func {
  readonly kind: "function";
  readonly name: string;
  readonly params: readonly Param[];
  readonly defaults: ReadonlyMap<string, Value>;
  readonly body: Block | Expr;
  readonly scope: Scope;
  readonly span: Span;
  readonly nameSpan?: Span;
  readonly generator: boolean;
  readonly coroutine: boolean;
  /** The class in whose body it stands, which `super()` goes on from. */
  owner?: Class;
  readonly attributes: Map<string, Value>;
}

/** A function with its first argument. */
export interface Bound {
  readonly kind: "bound";
  readonly of: Func | Native;
  readonly self: Value;
}

/** An argument of a call, with the place of the text that gives it. */
export interface Given {
  readonly value: Value;
  readonly span: Span;
  readonly nameSpan?: Span;
}

export interface Arguments {
  readonly positional: readonly Given[];
  readonly named: ReadonlyMap<string, Given>;
  /** There may be others: `*` or `**` of something unknown. */
  readonly open: boolean;
  /** The whole call, and what is called in it. */
  readonly span: Span;
  readonly callee: Span;
  /** The call in the text of another file, where it stands there. */
  readonly inner?: Span;
}

/** A function that is not in the file. */
export interface Native {
  readonly kind: "native";
  readonly name: string;
  call(given: Arguments, run: Run): Value;
}

/** What `torch.nn` says of a class of its own: which entry of the vocabulary it is. */
export interface LayerClass {
  readonly op: string;
  /** Names of arguments by position, where they are others than in the vocabulary. */
  readonly order?: readonly string[];
  /** Makes a value of what the operator gives, where that is not the tensor itself, or several in a tuple. */
  results?(tensors: readonly Tensor[], layer: Layer, given: Arguments): Value;
  /** What the operator reads, where that is not every tensor of the call. */
  inputs?(given: Arguments): readonly Value[];
  /** An attribute that is no argument, such as the shape of `weight`. */
  attribute?(name: string, layer: Layer): Value | undefined;
}

export interface Class {
  readonly kind: "class";
  readonly name: string;
  readonly bases: readonly Class[];
  /** From itself to the last one that is asked for an attribute. */
  readonly order: readonly Class[];
  readonly names: Map<string, Value>;
  /** Some base is not known, so that anything may be inherited. */
  readonly open: boolean;
  /** Of a class of the file. */
  readonly span?: Span;
  readonly nameSpan?: Span;
  /** Fields in order, of a dataclass. */
  fields?: readonly Field[];
  /** What its body annotates, which become fields where it is made a dataclass. */
  readonly declared?: readonly Field[];
  /** Of classes that are not in the file. */
  readonly layer?: LayerClass;
  make?(given: Arguments, run: Run, cls: Class): Value;
}

export interface Field {
  readonly name: string;
  readonly default?: Value;
}

/** An instance of a class. */
export interface Obj {
  readonly kind: "object";
  readonly class: Class;
  readonly attributes: Map<string, Value>;
  /** There may be attributes that are not known. */
  open: boolean;
  /** The call that made it. */
  readonly made: Arguments;
  /** What was being run as it was made, from the outermost call inwards. */
  readonly stack?: readonly Active[];
  module?: Module;
}

/** One call of a function of the file, and where in it the run was. */
export interface Active {
  /** The same object for the same call. */
  readonly call: { readonly of?: Func };
  readonly at: Span;
}

/** What makes an instance an `nn.Module`. */
export interface Module {
  readonly modules: Map<string, Value>;
  readonly parameters: Map<string, Value>;
  readonly buffers: Map<string, Value>;
  /** Of a layer of `torch.nn`: how it was made. */
  layer?: Layer;
  /** Its parameters, once somebody has asked for them. */
  own?: readonly (readonly [name: string, parameter: Tensor])[] | undefined;
}

export interface Layer {
  readonly of: LayerClass;
  readonly args: readonly Arg[];
  /** The same arguments by their written names, defaults left out. */
  readonly values: ReadonlyMap<string, Value>;
  readonly made: Arguments;
}

export interface Super {
  readonly kind: "super";
  readonly after: Class;
  readonly self: Value;
}

/** A function that a class hands out in another way than bound to an instance. */
export interface Decorated {
  readonly kind: "decorated";
  readonly as: "static" | "class-method" | "property";
  readonly of: Value;
  readonly setter?: Value;
}

/** An imported module. What it has beyond its names is unknown where it is open. */
export interface Namespace {
  readonly kind: "namespace";
  readonly name: string;
  readonly names: Map<string, Value>;
  readonly open: boolean;
  /** All that it has, also what is not known here; absent where nobody knows. */
  readonly all?: ReadonlySet<string>;
}

/** An argument or item `*value` of which it is not known how many it stands for. */
export interface Starred {
  readonly kind: "starred";
}
