import type { Dim, Shape } from "./dim";
import type { Message } from "./message";
import type { Op } from "./op";

/** An image or a vector as both frameworks see it, whatever the order of its axes. */
export interface Seen {
  /** How many axes it has, the batch included. */
  readonly rank: number;
  readonly C: Dim;
  readonly spatial: Shape;
  /** It is put in the order of axes that the other framework has anyway. */
  readonly isTurned?: boolean;
}

export type Bound = { readonly [param: string]: any };

/** An operator of one framework, and one of another that computes the same but says it otherwise. */
export interface Twin {
  readonly from: Op;
  readonly to: Op;
  /** Whether this is the one, of several. */
  fits?(args: Bound, x: Seen): boolean;
  /** Parameters that the other has under another name, and with the same meaning. */
  readonly renamed?: { readonly [from: string]: string };
  /** What the others become, or why that cannot be said. */
  args?(args: Bound, x: Seen): Bound | Message;
  /** What it takes for a layer before, where one alone does not say it; the operator is the part that is said by it. */
  readonly first?: Twin;
  /** A layer that follows, so that both together give the same. */
  readonly behind?: Op;
  /** A layer that goes where it follows, and with it what `args` says: both together are the other one alone. */
  readonly absorbs?: Op;
  /** In what the two are not quite the same. */
  readonly differs?: Message;
}

/** So many times as many as there are channels, whatever number that is in one call or another. */
export interface PerChannel {
  readonly perChannel: number;
}

export const perChannel = (times: number): PerChannel => ({ perChannel: times });

export const isPerChannel = (value: unknown): value is PerChannel =>
  typeof value === "object" && value !== null && "perChannel" in value;

export const isMessage = (given: Bound | Message): given is Message =>
  "words" in given && Array.isArray(given["words"]);
