import type { Shape } from "./dim";
import type { Problem } from "./problem";
import type { Span } from "./span";
import type { Value } from "./value";
import type { Vocabulary } from "./vocabulary";

/** An argument of a call, under the name the vocabulary gives it; one position too many has no name. */
export interface Arg {
  readonly name?: string;
  /** Where the name is written; absent for an argument by position or one the format filled in. */
  readonly nameSpan?: Span;
  readonly value: Value;
}

/** Output `port` of a node. The node is absent where the text names one that does not exist. */
export interface Edge {
  readonly node?: number;
  readonly port: number;
  /** Where the connection is written; absent where it follows from order. */
  readonly span?: Span;
}

/** The call of a block, whose body the node belongs to. */
export interface Within {
  readonly label: string;
  readonly span: Span;
  readonly outer?: Within;
}

/** One call of an operator. Nodes share spans where the text has one line for several of them. */
export interface Node {
  readonly id: number;
  readonly label: string;
  /** The operator as written; empty where the format could not tell, and has said so. */
  readonly op: string;
  readonly span: Span;
  readonly opSpan: Span;
  /** The row of the model that the node comes from: all nodes of a repeated row or of a block's call have one. */
  readonly layer?: number;
  readonly within?: Within;
  readonly inputs: readonly Edge[];
  readonly args: readonly Arg[];
  /** An input of the model has a shape instead of an operator. */
  readonly given?: Shape;
}

/** What every format produces and all that analysis knows of a file. */
export interface Graph {
  readonly vocabulary: Vocabulary;
  /** Every node comes after the nodes it reads. */
  readonly nodes: readonly Node[];
  readonly outputs: readonly Edge[];
}

export interface Comment {
  readonly span: Span;
  readonly text: string;
  /** The line it is about: its own, or the one below where it stands alone. */
  readonly line: Span;
}

/** A file as read. Where one text describes several sizes of a model, there is a graph for each. */
export interface Reading {
  readonly models: readonly { readonly id?: string; readonly graph: Graph }[];
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}
