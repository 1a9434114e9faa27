import type { Call, Expr, Stmt } from "../../../../server/src/python/syntax/ast";
import { calleeOf, type Found, given, type Program } from "../parts";

/** What stands in place of a part of a text. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** All the ways in which a program may be changed by one kind of mistake, in an order that stays. */
export type Kind = (program: Program) => readonly (readonly Change[])[];
export interface Kinds {
  readonly [name: string]: Kind;
}

type Place = { readonly from: number; readonly to: number };

export const put = ({ from, to }: Place, text: string): Change => ({ from, to, text });
export const called = (pattern: RegExp, { calls }: Program): readonly Call[] =>
  calls.filter((call) => pattern.test(calleeOf(call)));

/** A whole number and others near it, wherever it stands in an argument. */
export const numbersIn = (expr: Expr | undefined, { numbers }: Program): readonly Found<"number">[] =>
  expr ? numbers.filter(({ from, to, float }) => !float && from >= expr.from && to <= expr.to) : [];

export const others =
  (...of: readonly ((n: number) => number)[]) =>
  (number: Found<"number">): readonly (readonly Change[])[] =>
    [...new Set(of.map((one) => one(number.value)))]
      .filter((n) => n !== number.value && n >= 0)
      .map((n) => [put(number, String(n))]);

/** The number given to a parameter of certain calls becomes another. */
export const argument =
  (pattern: RegExp, at: number, name: string, ...of: readonly ((n: number) => number)[]): Kind =>
  (program) =>
    called(pattern, program).flatMap((call) => numbersIn(given(call, at, name), program).flatMap(others(...of)));

export const double = (n: number): number => n * 2;
export const more = (n: number): number => n + 1;
export const less = (n: number): number => n - 1;
export const half = (n: number): number => n >> 1;

/** What stands between commas goes, with its comma. */
export function without(items: readonly Place[], at: number): Change {
  const [one, next, before] = [items[at]!, items[at + 1], items[at - 1]];
  return next ? put({ from: one.from, to: next.from }, "") : put({ from: before?.to ?? one.from, to: one.to }, "");
}

export const swapped = (a: Place, b: Place, { source }: Program): readonly Change[] => [
  put(a, source(b)),
  put(b, source(a)),
];

export const renamed =
  (pattern: RegExp, to: (name: string) => string): Kind =>
  (program) =>
    called(pattern, program).map(({ callee }) => {
      const name = callee.kind === "attribute" ? callee.name : program.source(callee);
      return [put({ from: callee.to - name.length, to: callee.to }, to(name))];
    });

/** What a call is done to: the tensor before the dot, or the first argument of a function. */
export function operand({ callee, args }: Call): Expr | undefined {
  const isFunction = callee.kind === "attribute" && callee.of.kind === "name" && /^(torch|F)$/.test(callee.of.id);
  if (isFunction || callee.kind === "name") return args[0]?.value;
  return callee.kind === "attribute" ? callee.of : undefined;
}

/** What a call is done to stays alone. */
export const only = (call: Call, program: Program): readonly Change[][] => {
  const of = operand(call);
  return of ? [[put(call, program.source(of))]] : [];
};

/** Statements that can go without leaving a gap. */
export const isSimple = ({ kind }: Stmt): boolean =>
  /^(expression|assign|annotated|augment|return|raise|assert|delete)$/.test(kind);
