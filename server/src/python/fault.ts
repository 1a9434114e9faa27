import type { CheckId } from "../core/checks";
import { type Message, say } from "../core/message";
import type { Problem, Related } from "../core/problem";
import type { Span } from "../core/span";
import type { Tensor } from "./values";

/** What is told of a fault, where it is of a kind that is told. */
export interface Told {
  readonly id: CheckId;
  readonly message: Message;
  /** Where it is to be mended; absent where that is the place that raises it. */
  readonly span?: Span;
  readonly related?: readonly Related[];
  /** A tensor whose number of images is not that of the images that came. */
  readonly from?: Tensor;
}

/** What Python would raise: it ends what runs up to whoever catches it, as an exception does. */
export class Fault {
  /** Where it was raised, from the innermost call outwards. */
  stack: readonly Span[] = [];
  /** Where it was raised as far as that is in other files, in the same order. */
  inner: readonly Span[] = [];
  /** It came about in a branch of which nobody knows whether it is taken, and is never told. */
  hidden = false;
  /** The program raises it in so many words. */
  wanted = false;
  /** What an operator found wrong with its call. */
  problem?: Problem;

  constructor(
    readonly type: string,
    readonly told?: Told,
    /** Of `raise`: what the program raises. */
    readonly value?: unknown,
  ) {}
}

/** What Python refuses to do, told where it is done. */
export const refused = (type: string, message: Message): Fault => new Fault(type, { id: "python-error", message });

/** What is told of a fault of which nothing is told but its type. */
export const raised = (type: string): Message =>
  type === "IndexError"
    ? say`this asks for an axis or a position that is not there`
    : type === "TypeError"
      ? say`this is given a value of a type that it does not take`
      : say`this is given sizes that it does not take`;

/** The run has taken all the steps it may. */
export class Exhausted {}
