import { type Dim, isKnown, unknown } from "../core/dim";
import { say } from "../core/message";
import { changeTo, problem, type Report } from "../core/problem";
import type { Span } from "../core/span";
import type { Value } from "../core/value";
import { compute } from "../formats/native/expression";
import { Wrong } from "../formats/native/grammar";
import { type Entry, isMissing, type Tree } from "../tree/tree";
import { nowhere } from "./written";

/** Values by the names that a formula has for them. */
export type Values = ReadonlyMap<string, Value>;

/** Arithmetic over arguments and sizes; unknown where it asks for something that is. */
export type Formula = (values: Values) => Dim;

const layer = (): undefined => undefined;
/** Something that only a call of the module knows. */
const later = (name: string): Value => ({ kind: "formula", text: name, span: nowhere, of: () => undefined });

export const laterOf = (names: readonly string[]): Values => new Map(names.map((name) => [name, later(name)]));

/** What stands behind a key, compiled; what is wrong in it is reported at its place. */
export function formulaAt({ key, keySpan, value }: Entry, names: readonly string[], report: Report): Formula {
  if (value.kind === "scalar" && !isMissing(value)) return formulaIn(value, names, report);
  const span = isMissing(value) ? keySpan : value.span;
  report(problem("wrong-setting", span, say`${key} is a formula over ${names.join(", ")}`));
  return () => unknown;
}

export function formulaIn(tree: Tree, names: readonly string[], report: Report): Formula {
  const text = tree.kind === "scalar" ? tree.source : "";
  const start = tree.span.from + (tree.kind === "scalar" && !tree.plain ? 1 : 0);
  const wrong = mistakeIn(text, start, laterOf(names));
  if (wrong) {
    if (wrong.reason) report(problem("wrong-expression", wrong.span, wrong.reason, changeTo(wrong.near, wrong.span)));
    return () => unknown;
  }
  return (values) => {
    try {
      const expr = compute(text, start, { params: values, layer });
      return "done" in expr ? sizeOf(expr.done) : unknown;
    } catch (error) {
      if (error instanceof Wrong) return unknown;
      throw error;
    }
  };
}

function mistakeIn(text: string, start: number, params: Values): Wrong | undefined {
  const end: Span = { from: start, to: start + text.length };
  if (text.trim() === "") return new Wrong(end, say`a formula is missing here`);
  try {
    compute(text, start, { params, layer });
  } catch (error) {
    if (error instanceof Wrong) return error;
    throw error;
  }
  return undefined;
}

const sizeOf = (result: unknown): Dim =>
  typeof result === "boolean" ? Number(result) : ((result as Dim | undefined) ?? unknown);

/** A number of channels or pixels, which is at least 1. */
export const positive = (dim: Dim): Dim => (typeof dim === "number" && isKnown(dim) && dim < 1 ? unknown : dim);
