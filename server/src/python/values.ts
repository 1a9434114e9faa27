import type { Dim, Poly, Shape } from "../core/dim";
import type { Span } from "../core/span";
import type { Arguments, Bound, Class, Decorated, Func, Namespace, Native, Obj, Starred, Super } from "./objects";

/**
 * What a name of the program stands for. Either it is exactly known or it is `unknown`, of which
 * everything may hold; whole numbers, texts, truth values and None are JavaScript's own.
 */
export type Value =
  | number
  | string
  | boolean
  | null
  | Unknown
  | Size
  | Float
  | List
  | Tuple
  | Dict
  | Set_
  | Slice
  | Range
  | Sequence
  | Ellipsis_
  | Tensor
  | Func
  | Bound
  | Native
  | Class
  | Obj
  | Super
  | Decorated
  | Namespace
  | Starred;

export interface Unknown {
  readonly kind: "unknown";
}
export const unknown: Unknown = { kind: "unknown" };

/** A whole number that hangs on the number of images; any other is a plain number. */
export interface Size {
  readonly kind: "size";
  readonly dim: Poly;
}

/** Kept apart from whole numbers, since torch takes no float for a size; some float where there is no value. */
export interface Float {
  readonly kind: "float";
  readonly value?: number;
  /** Where it hangs on the number of images, what it is, if that is whole. */
  readonly dim?: Poly;
}

/** Items behind `open` are not known: neither which they are nor how many. */
export interface List {
  readonly kind: "list";
  items: readonly Value[];
  open: boolean;
}

export interface Tuple {
  readonly kind: "tuple";
  readonly items: readonly Value[];
  /** Of a named tuple. */
  readonly names?: readonly string[];
}

export type Entry = readonly [key: Value, value: Value];

/** By the key of `keyOf`. */
export interface Dict {
  readonly kind: "dict";
  readonly entries: Map<Key, Entry>;
  open: boolean;
  /** Makes what is asked for and missing. */
  readonly missing?: Value;
}

export interface Set_ {
  readonly kind: "set";
  readonly items: Map<Key, Value>;
}

export interface Slice {
  readonly kind: "slice";
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
}

export interface Range {
  readonly kind: "range";
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

/** What can be gone through once: a generator, a view of a dict, the result of `zip`. */
export interface Sequence {
  readonly kind: "sequence";
  items: readonly Value[];
}

export interface Ellipsis_ {
  readonly kind: "ellipsis";
}
export const ellipsis: Ellipsis_ = { kind: "ellipsis" };

/** An output of a node of the trace. Of a shape that is not known it is not even known how many axes it has. */
export interface Tensor {
  readonly kind: "tensor";
  readonly shape: Shape | undefined;
  readonly node: number;
  readonly port: number;
  /** Of a small one whose values are known: all of them, as they lie in memory. */
  readonly values?: readonly number[];
  /** Of one whose axes have changed places: where each stood in memory, from the outermost inwards. */
  readonly order?: readonly number[];
  /** An array of numpy. */
  readonly double?: true;
  /** Values that are whole numbers, such as indices, or truth values, such as masks. */
  readonly whole?: true | "truth";
  /** Learned: it belongs to the module in which it is put. */
  readonly parameter?: true;
  /** Of a parameter, where it is kept whether it is trained. */
  readonly learning?: Learning;
  /** Where it was made, of one that no operator gives. */
  readonly span?: Span;
}

/** By the names of parameters, whether they are trained; those that are not in it are. */
export interface Learning {
  readonly of: Map<string, Value>;
  readonly name: string;
}

/** The node of a tensor that may come from several. */
export const nowhere = -1;

export interface Scope {
  readonly names: Map<string, Value>;
  readonly outer?: Scope;
  readonly of: "module" | "class" | "function";
  /** Of a module: the file that it is, where that is known. */
  readonly file?: string;
  /** Names that a function gives a value somewhere, which it does not look for outside. */
  readonly own?: ReadonlySet<string>;
  /** Of a module, all names that anything in it gives a value there, with the first place that may; nothing where there may be others. */
  all?(): ReadonlyMap<string, number> | undefined;
  readonly global: Set<string>;
  readonly nonlocal: Set<string>;
}

export type Key = string | object;

export type { Run } from "./host";
export type * from "./objects";

/** The first of several that is there; None is a value. */
export function firstOf(...values: readonly (Value | undefined)[]): Value | undefined {
  return values.find((value) => value !== undefined);
}

/** The argument at a position of a call. */
export const valueAt = (positional: Arguments["positional"], at: number): Value =>
  positional[at] ? positional[at].value : unknown;

export const native = (name: string, call: Native["call"]): Native => ({ kind: "native", name, call });

export const list = (items: readonly Value[], open = false): List => ({ kind: "list", items, open });
export const tuple = (items: readonly Value[]): Tuple => ({ kind: "tuple", items });
export const float = (value: number | undefined): Float =>
  value === undefined ? { kind: "float" } : { kind: "float", value };
export const openList = (): List => list([], true);

/** A whole number as a value of the program. */
export const whole = (dim: Dim): Value =>
  typeof dim === "object" ? { kind: "size", dim } : Number.isSafeInteger(dim) ? dim : unknown;

/** The whole number that a value is; nothing where it is none, or not known. */
export function dimOf(value: Value): Dim | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return isKind(value, "size") ? value.dim : undefined;
}

/** The number that a value is, whole or not. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (isKind(value, "tensor")) return value.values?.length === 1 ? value.values[0] : undefined;
  return isKind(value, "float") ? value.value : undefined;
}

export const isDecorated = (value: Value, as: Decorated["as"]): value is Decorated =>
  isKind(value, "decorated") && value.as === as;

type Kind = Exclude<Value, number | string | boolean | null>["kind"];

export const isKind = <K extends Kind>(value: Value, kind: K): value is Extract<Value, { readonly kind: K }> =>
  typeof value === "object" && value !== null && value.kind === kind;

/** A number of either sort, whichever it is. */
export const isNumber = (value: Value): boolean => dimOf(value) !== undefined || isKind(value, "float");
