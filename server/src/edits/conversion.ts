import type { Model } from "../core/analysis";
import type { Message } from "../core/message";
import type { Edit } from "../core/problem";
import type { Span } from "../core/span";
import type { Vocabulary } from "../core/vocabulary";
import type { Order } from "./orders";

/** Something a person should know of a conversion, and the words it is about. */
export interface Remark {
  readonly span: Span;
  readonly message: Message;
}

/** Where the layers are afterwards that one layer has become; its result is that of the last. */
export interface Place {
  readonly first: number;
  readonly last: number;
}

/** A file in the words of another framework: what changes in its text, and what does not. */
export interface Conversion {
  readonly edits: readonly Edit[];
  /** What stays in the words it has, and why. */
  readonly stays: readonly Remark[];
  /** What is said, but does not mean quite the same. */
  readonly differs: readonly Remark[];
  /** For every layer of the model ("") and of each block by name, where it is afterwards; absent for one that stays. */
  readonly places: ReadonlyMap<string, readonly (Place | undefined)[]>;
}

/** What every part of a conversion needs to know. */
export interface Context {
  readonly text: string;
  readonly json: boolean;
  readonly model: Model;
  readonly from: Vocabulary;
  readonly to: Vocabulary;
  /** The order of axes of what each node gives. */
  readonly orders: readonly Order[];
  /** Layers that must stay, by the place of their operator, and why. */
  readonly leave: ReadonlyMap<number, Message>;
}
