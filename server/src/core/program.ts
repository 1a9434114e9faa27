import type { Shape } from "./dim";
import type { Span } from "./span";

/** A call: all of it, and what stands before its brackets. */
export interface Call {
  readonly span: Span;
  readonly callee: Span;
}

/** What is read or given; a shape is absent where it is not known. */
type Tensors = readonly (Shape | undefined)[];

/** A module that is made of others: one for each call, or one that nothing calls. */
export interface Module {
  /** The path to it from the model; empty for the model itself. */
  readonly label: string;
  /** The name of its class. */
  readonly op: string;
  /** The name where the class is defined; absent where that is in another text. */
  readonly classSpan?: Span;
  readonly made: Call;
  readonly call?: Call;
  readonly inputs: Tensors;
  /** Empty where it is not known what it gives. */
  readonly outputs: Tensors;
  /** What is done in it, by ids of nodes. */
  readonly nodes: readonly number[];
  /** The nodes that bring in its weights. */
  readonly owners: readonly number[];
}

/** A statement of the program each time it has given tensors to somebody. */
export interface Statement {
  readonly span: Span;
  /** What gives the result. */
  readonly label: string;
  /** What was there before it. */
  readonly inputs: Tensors;
  readonly outputs: Tensors;
  /** What is done in it, by ids of nodes. */
  readonly nodes: readonly number[];
}

/** Of a model that a program makes and calls: what is in it beside its layers. */
export interface Program {
  readonly modules: readonly Module[];
  readonly statements: readonly Statement[];
}
