import type { Guard } from "../../core/graph";
import { say } from "../../core/message";
import { problem, type Report } from "../../core/problem";
import type { Value } from "../../core/value";
import { type Env, evaluate } from "./expression";
import type { Item } from "./item";

/** `- $activation` names an operator. */
export function operatorOf({ op, opSpan }: Item, env: Env, report: Report): string {
  if (!op.startsWith("$")) return op;
  const value = evaluate({ kind: "text", value: op, span: opSpan }, env, report);
  if (value.kind === "text") return value.value;
  if (value.kind !== "opaque") report(problem("wrong-layer", opSpan, say`${op} names no operator`));
  return "";
}

export function timesOf({ repeat }: Item, env: Env, report: Report): number {
  const times = repeat && evaluate(repeat, env, report);
  if (!times || times.kind === "opaque") return 1;
  if (times.kind === "number" && Number.isInteger(times.value) && times.value >= 0) return times.value;
  const sizes = times.kind === "formula" || times.kind === "size";
  report(
    problem(
      "wrong-repeat",
      times.span,
      sizes ? say`repeat cannot hang on the size of a layer` : say`repeat is a whole number, 0 or more`,
    ),
  );
  return 1;
}

export function isTraining({ only }: Item, report: Report): boolean {
  if (!only) return false;
  if (only.kind === "text" && only.value === "training") return true;
  report(problem("wrong-argument", only.span, say`only is training, nothing else`));
  return false;
}

/** Whether a layer is there: known now, once sizes are, or not at all. As in Python, 0 is false. */
export function conditionOf(written: Value, env: Env, report: Report): boolean | Guard {
  const when = evaluate(written, env, report);
  if (when.kind === "bool" || when.kind === "number") return Boolean(when.value);
  if (when.kind === "opaque" || when.kind === "size") return () => undefined;
  if (when.kind !== "formula") {
    report(problem("wrong-expression", when.span, say`when is a condition such as ${"$(stride != 1)"}`));
    return true;
  }
  return (sizes) => {
    const result = when.of(sizes);
    return typeof result === "number" && !Number.isNaN(result) ? result !== 0 : result;
  };
}
