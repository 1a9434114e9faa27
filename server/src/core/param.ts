import { type Message, say, verbatim } from "./message";
import type { Span } from "./span";
import type { Value } from "./value";

/** A value that does not fit its parameter, at the exact piece of text that does not. */
export interface Mismatch {
  readonly span: Span;
  readonly expected: string;
  readonly found: string;
}

export type Reading<T> = { readonly ok: T } | { readonly mismatch: Mismatch } | "unknown";

export type JsonSchema = { readonly [key: string]: unknown };

/**
 * What a parameter accepts. One object answers every question asked of it: validation (`read`),
 * hover and messages (`label`), completion (`suggest`), JSON schema (`schema`) and code
 * generation (`show`).
 */
export interface ParamType<T> {
  readonly label: string;
  readonly schema: JsonSchema;
  readonly suggest: readonly string[];
  /** The argument may be null, which is the same as leaving it out. */
  readonly optional?: true;
  read(value: Value): Reading<T>;
  show(value: T): string;
}

/** A default that follows from other arguments. */
export interface From<T> {
  readonly words: string;
  of(args: { readonly [name: string]: any }): T;
}

export interface Param<T> {
  readonly type: ParamType<T>;
  readonly doc: string;
  /** Absent: the parameter is required, unless its type is optional. */
  readonly default?: T | From<T>;
  readonly unit?: string;
}

export type Params = { readonly [name: string]: Param<any> };
export type Args<P extends Params> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

export const param = <T>(type: ParamType<T>, rest: Omit<Param<T>, "type">): Param<T> => ({ type, ...rest });

export const from = <T>(words: string, of: From<T>["of"]): From<T> => ({ words, of });
/** A default equal to another argument. */
export const same = <T>(name: string): From<T> => from(`= ${name}`, (args) => args[name]);

export const follows = <T>(given: T | From<T>): given is From<T> =>
  typeof given === "object" && given !== null && "of" in given;

/** What holds where nothing is written, beside these arguments. */
export const usualOf = ({ default: usual }: Param<unknown>, args: { readonly [name: string]: unknown }): unknown =>
  follows(usual) ? usual.of(args) : usual;

export const isRequired = (param: Param<unknown>): boolean => param.default === undefined && !param.type.optional;

type Bound = { [name: string]: unknown };

interface Defaults {
  readonly plain: Bound;
  readonly following: readonly (readonly [name: string, of: From<unknown>["of"]])[];
}

/** Looked up for every call inside a composite, so they are sorted out once per operator. */
const sorted = new WeakMap<Params, Defaults>();

function defaultsOf(params: Params): Defaults {
  const known = sorted.get(params);
  if (known) return known;
  const all = Object.entries(params);
  const defaults: Defaults = {
    plain: Object.fromEntries(all.map(([name, { default: left }]) => [name, follows(left) ? undefined : left])),
    following: all.flatMap(([name, { default: left }]) => (follows(left) ? [[name, left.of] as const] : [])),
  };
  sorted.set(params, defaults);
  return defaults;
}

/** Adds the arguments nobody wrote; those that follow from others come last, in whatever order they are declared. */
export function fillIn(params: Params, written: { readonly [name: string]: unknown }): Bound {
  const { plain, following } = defaultsOf(params);
  const args: Bound = { ...plain };
  for (const name in written) if (written[name] !== undefined) args[name] = written[name];
  for (const [name, of] of following) if (args[name] === undefined) args[name] = of(args);
  return args;
}

/** The default as hover, schema and pages show it; nothing for a required or optional parameter. */
export const showDefault = (param: Param<any>): string | undefined =>
  param.default === undefined
    ? undefined
    : follows(param.default)
      ? param.default.words
      : param.type.show(param.default);

/** What a parameter takes, in a sentence: `an integer ≥ 1`, but `"same" or "valid"`. */
export const withArticle = (label: string): Message =>
  /^(integer|activation)\b/.test(label)
    ? say`an ${verbatim(label)}`
    : /^(number|list|name|size)\b/.test(label)
      ? say`a ${verbatim(label)}`
      : verbatim(label);
