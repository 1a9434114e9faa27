import type { Dim, Shape } from "../core/dim";
import type { Message } from "../core/message";
import type { ParamType } from "../core/param";
import type { Span } from "../core/span";
import type { Spelling } from "../core/vocabulary";

/** A tensor between layers: equal names are one tensor. */
export type Wire = string;

/** An argument in one call. */
export interface Given {
  readonly value: unknown;
  /** What holds where nothing is written. */
  readonly usual?: unknown;
  readonly type?: ParamType<any>;
  /** An expression over the parameters of the block, as somebody has written it. */
  readonly written?: string;
}

/** An operator, called under its name in the framework that the program is for. */
export interface Leaf {
  readonly kind: "leaf";
  readonly word: string;
  readonly spelling: Spelling;
  /** By written name. */
  readonly args: ReadonlyMap<string, Given>;
  /** What the constructor is told of what it will read, by written name: the number of the input, and the size there. */
  readonly states: ReadonlyMap<string, { readonly input: number; readonly size: Dim; readonly axis: string }>;
  readonly inputs: readonly Shape[];
  readonly outputs: readonly Shape[];
}

/** A block, called with arguments of its own. */
export interface Nested {
  readonly kind: "block";
  readonly body: Body;
}

export type Call = Leaf | Nested;

/** A layer in one use of the list it stands in. */
export interface Slot {
  /** The same in every use of the list. */
  readonly id: string;
  readonly name?: string;
  /** The name of the chain that it is a part of. */
  readonly part?: string;
  /** After what it does, in lower case, where it has no name. */
  readonly stem: string;
  /** One call after another, as often as it is repeated; none where it is left out. */
  readonly copies: readonly (readonly Call[])[];
  /** How often, and whether at all, as somebody has written it. */
  readonly times?: string;
  readonly when?: string;
  readonly reads: readonly Wire[];
  readonly gives: readonly Wire[];
  readonly training: boolean;
  /** The layer that is called again, whose weights it uses. */
  readonly shares?: string;
  /** It has no weights, so that another layer is the same. */
  readonly isBare?: boolean;
  /** Where its operator is written. */
  readonly span?: Span;
  /** A learned tensor that no operator gives. */
  readonly parameter?: Shape;
}

/** A list of layers, as it is in one use of it. */
export interface Body {
  /** Lists of one name are uses of one block. */
  readonly block: string;
  readonly names: readonly string[];
  readonly inputs: readonly Wire[];
  readonly shapes: readonly Shape[];
  readonly slots: readonly Slot[];
  readonly results: readonly Wire[];
  readonly params: ReadonlyMap<string, Given>;
}

/** Ends an export: something has no words in the framework. */
export class Unsayable extends Error {
  constructor(
    readonly why: Message,
    /** Where that is written, if it is known. */
    readonly span?: Span,
  ) {
    super();
  }
}

/** Nothing can be said of a layer, which is told by its name. */
export const unsayable = (slot: Slot, say: (name: string) => Message): Unsayable =>
  new Unsayable(say(slot.name ?? slot.stem), slot.span);
