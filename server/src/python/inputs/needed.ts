import type { Span } from "../../core/span";
import { lookUpIn } from "../run/classes";
import { isKind, type Obj } from "../values";

/** An input of a model, by its name in `forward`. */
export interface NeededInput {
  readonly name: string;
  readonly span: Span;
}

/** What has to be given to a model: the parameters of its `forward` without a default. Nothing where that is not known. */
export function inputsOf(of: Obj): readonly NeededInput[] | undefined {
  const method = lookUpIn(of.class.order, "forward");
  if (method === undefined || !isKind(method, "function")) return [{ name: "input", span: of.made.callee }];
  const params = method.params.slice(1).filter((param) => !param.default);
  const needed = params.filter(({ kind }) => kind !== "rest" && kind !== "keywords");
  return needed.every(({ kind }) => kind !== "keyword-only")
    ? needed.map(({ name, from, to }) => ({ name, span: { from, to } }))
    : undefined;
}
