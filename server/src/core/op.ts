import type { Dim, Shape, Truth } from "./dim";
import type { Message } from "./message";
import type { Args, Params } from "./param";
import type { Elsewhere } from "./python-class";

/**
 * The axes of a port, in the order of a channels-first framework: "N C H W". "..." is any number of
 * axes, seen as `rest`; "*" is any rank, seen in memory order; a trailing "+" takes or gives any
 * number of tensors, a trailing "?" takes one or none.
 */
export type Axes = string;
type Name<A extends string> = A extends "..." ? never : A;
type Names<A extends Axes> = A extends `${infer Head} ${infer Tail}` ? Name<Head> | Names<Tail> : Name<A>;
type Rest<A extends Axes> = A extends `${string}...${string}` ? { readonly rest: Shape } : unknown;
/** A tensor seen by axis name, so that no op ever counts dimensions or knows the memory layout. */
export type Named<A extends Axes> = A extends `${infer One}?`
  ? Named<One> | undefined
  : A extends `${infer One}+`
    ? readonly Named<One>[]
    : A extends "*"
      ? Shape
      : { readonly [K in Names<A>]: Dim } & Rest<A>;

/** Any tensor, where the axes are not known by name. */
export type Tensor = Shape | { readonly [axis: string]: Dim | Shape };

export type Ports = { readonly [name: string]: Axes };
export type Tensors<P extends Ports> = { readonly [K in keyof P]: Named<P[K]> };
/** One axis of one input: "x.C". */
export type AxisOf<I extends Ports> = { [K in keyof I & string]: `${K}.${Names<I[K]>}` }[keyof I & string];

/** Where in a call a problem lies. The analyser turns this into text; an op never sees a span. */
export type At<P extends Params, I extends Ports> =
  | AtArg<keyof P & string>
  | { readonly input: keyof I & string; readonly index?: number }
  | "op";

export interface AtArg<A extends string = string> {
  readonly arg: A;
  readonly remedies?: readonly Remedy[];
}

/** A value with which a condition would hold, of the argument that breaks it or of another one of the call. */
export interface Remedy {
  readonly param: string;
  readonly value: number | string;
}

/** States that a condition must hold. Reports when it certainly does not; never throws. */
export type Must<C extends string, P extends Params, I extends Ports> = (
  constraint: C,
  holds: Truth,
  at: At<P, I>,
  message: Message,
  /** Places in other files that tell why. */
  elsewhere?: readonly Explained[],
) => void;

export interface Explained {
  readonly place: Elsewhere;
  readonly message: Message;
}

/** Inside an operator a tensor may be handed over by names or in order. */
type Loose<A extends Axes> = A extends `${infer One}+` ? readonly Loose<One>[] : Named<A> | Tensor;
export type Given<I extends Ports> = { readonly [K in keyof I]: Loose<I[K]> };

/**
 * Infers another operator inside this one, under the name the framework gives that part. Its weights
 * and operations count as this one's. `blame` names the argument of the outer call that an
 * argument of the inner one came from, so that a problem is reported where it was written.
 */
export type Call = <P extends Params, I extends Ports, O extends Ports>(
  name: string,
  op: Op<P, I, O, any>,
  inputs: Given<I>,
  args?: Partial<Args<P>>,
  blame?: { readonly [K in keyof P]?: string },
) => Tensors<O>;

export interface Weight {
  readonly name: string;
  readonly dims: Shape;
  /** "frozen" is a parameter that the framework never trains; "state" is kept, such as moving statistics. */
  readonly kind: "trainable" | "frozen" | "state";
}

export const weight = (name: string, dims: Shape, kind: Weight["kind"] = "trainable"): Weight => ({ name, dims, kind });

/**
 * Which positions of the input one position of the output sees along one axis. A window reads
 * `kernel` positions (dilation included) from `stride · o − pad` on. A stamp is its inverse, a
 * transposed convolution. `enlarge` reads position ⌊o / factor⌋, or the two around it.
 */
export type Sight =
  | { readonly kind: "window"; readonly kernel: number; readonly stride: number; readonly pad: Dim }
  | { readonly kind: "stamp"; readonly kernel: number; readonly stride: number; readonly pad: number }
  | { readonly kind: "enlarge"; readonly factor: number; readonly taps: 1 | 2 };

/** By axis; an axis that is not named is seen position by position. "everything": all of the input, wherever. */
export type Reach = { readonly [axis: string]: Sight } | "everything";

export interface Averaged {
  readonly values: Dim;
  /** The mean is that of all images of a batch while the model is trained. */
  readonly overBatch?: true;
  /** The mean is that of squares, and is divided by alone. */
  readonly ofSquares?: true;
}

/** From the least to the largest; the ends may belong to it. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

export const between = (least: number, most: number): Range => ({ least, most });
export const from = (least: number): Range => between(least, Number.POSITIVE_INFINITY);
export const positive = from(0);
export const negative = between(Number.NEGATIVE_INFINITY, 0);
export const everything = from(Number.NEGATIVE_INFINITY);

/** What is done at random while training, and not at all afterwards. */
export interface Chance {
  /** What becomes zero; absent where values are only disturbed. */
  readonly loses?: "values" | "channels" | "branches";
  /** Mean and variance stay what they are without it. */
  readonly keepsVariance?: true;
}

export type Trait =
  | "activation"
  | "convolution"
  | "dense"
  | "flatten"
  | "head"
  /** Kept by the operator around it, and left out for an image. */
  | "idle"
  | "join"
  /** Every value that it gives is the largest of some that it reads. */
  | "largest"
  | "normalisation"
  /** A module of somebody's own: its figures are known, but not the modules it consists of. */
  | "own"
  | "pooling"
  | "reshape"
  /** Hands on what it gets, whatever its arguments. */
  | "same"
  /** Flat on both sides, so that little of a gradient comes through. */
  | "saturating"
  /** The same values under another shape: no memory of its own. */
  | "view";

/**
 * Everything the project knows about one operator. Validation, shape inference, counting, hover,
 * completion, signature help, the JSON schema, the documentation, generated code and quiz cards
 * are all derived from this one object.
 */
export interface Op<P extends Params = any, I extends Ports = any, O extends Ports = any, C extends string = any> {
  readonly name: string;
  readonly summary: string;
  readonly formula?: string;
  /** The public documentation that shape and counts follow. */
  readonly source?: string;
  readonly traits: readonly Trait[];
  readonly inputs: I;
  readonly outputs: O;
  readonly params: P;
  /** Every way a call can be wrong beyond the types of its parameters, by id. */
  readonly constraints: { readonly [K in C]: string };
  infer(inputs: Tensors<I>, args: Args<P>, must: Must<C, P, I>, call: Call): Tensors<O>;
  weights?(inputs: Tensors<I>, args: Args<P>): readonly Weight[];
  /** Multiply-accumulates for one image, as the factors of a product: `[out_channels, H, W, in_channels, k, k]`. */
  macs?(inputs: Tensors<I>, args: Args<P>, outputs: Tensors<O>): readonly Dim[];
  /** How the sizes of the result come about, in the numbers of this call: `height: ⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24`. */
  unfold?(inputs: Tensors<I>, args: Args<P>, outputs: Tensors<O>): readonly Message[];
  /** How many of its inputs, in order, are levels of one pyramid each; absent where the order of inputs means nothing. */
  levels?(inputs: number): readonly number[];
  /** Of a normalisation: how many values of one image have one mean. */
  averaged?(inputs: Tensors<I>, args: Args<P>): Averaged;
  /** Where the values lie that it gives, whatever it gets. */
  range?(args: Args<P>): Range;
  /** Values in this range are handed on as they are. */
  keeps?(args: Args<P>): Range | undefined;
  /** Whether these arguments make it hand on exactly what it gets. */
  changesNothing?(inputs: Tensors<I>, args: Args<P>, outputs: Tensors<O>): boolean;
  readonly chance?: Chance;
  /** What becomes of scores: shares that add up to 1, chances that each stand alone, or logarithms of either. */
  readonly scores?: "shares" | "log-shares" | "chances" | "log-chances";
  /** The axes along which shares add up to 1, as the framework counts; none where they are not known. */
  sharesAlong?(args: Args<P>, rank: number): readonly number[];
  /** Absent: every position of the output sees the same position of the inputs. */
  reach?(inputs: Tensors<I>, args: Args<P>): Reach;
}

type May = "traits" | "params" | "constraints";

export const op = <
  const P extends Params = {},
  const I extends Ports = {},
  const O extends Ports = {},
  const C extends string = never,
>(
  spec: Omit<Op<P, I, O, C>, May> & Partial<Pick<Op<P, I, O, C>, May>>,
): Op<P, I, O, C> => ({ traits: [], params: {} as P, constraints: {} as Op<P, I, O, C>["constraints"], ...spec });
