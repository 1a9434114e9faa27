import type { Span } from "./span";

/** A piece of a text that has pieces of its own: a key with what is below it, or an item of a list. */
export interface Part {
  /** Of an entry of a map. */
  readonly key?: string;
  readonly keySpan: Span;
  readonly span: Span;
  /** 0 for the keys of the file. */
  readonly depth: number;
  /** It ends with a bracket of its own. */
  readonly flow: boolean;
}
