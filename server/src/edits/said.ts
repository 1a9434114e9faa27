import type { Message } from "../core/message";
import type { Op } from "../core/op";
import type { Entry } from "../tree/tree";

/** An argument in the words of the other framework. */
export interface SaidArg {
  readonly word: string;
  /** The written argument it comes from; absent for one that has to be added. */
  readonly entry?: Entry;
  /** Its value; absent where that stays as it is written. */
  readonly text?: string;
}

/** A layer in the words of the other framework. */
export interface Said {
  readonly op: string;
  readonly args: readonly SaidArg[];
}

/** What one layer becomes: itself in other words, and layers before and behind it that the other framework needs. */
export interface Group {
  readonly before: readonly Said[];
  readonly main: Said;
  readonly after: readonly Said[];
  readonly differs: readonly Message[];
  /** A layer behind that goes when this one is said by its name alone. */
  readonly absorbs?: Op;
}

export const isGroup = (group: Group | Message | undefined): group is Group => group !== undefined && "main" in group;
