import type { Span } from "../core/span";
import type { Call, ClassDef, Expr, FunctionDef, Module, Stmt } from "./syntax/ast";

export type Part = Stmt | Expr;

/** The text of a file with what was read of it, where somebody asks what stands at a place. */
export class Source {
  constructor(
    readonly text: string,
    readonly module: Module,
  ) {}

  at = ({ from, to }: Span): string => this.text.slice(from, to);

  /** All statements and expressions around a place, from the outermost inwards. */
  around(place: Span): readonly Part[] {
    const found: Part[] = [];
    const visit = (one: unknown): void => {
      if (typeof one !== "object" || one === null) return;
      if (Array.isArray(one)) return one.forEach(visit);
      if (isPart(one)) {
        if (one.from > place.from || one.to < place.to) return;
        found.push(one);
      }
      Object.values(one).forEach(visit);
    };
    visit(this.module.body);
    return found;
  }

  /** The expression that stands exactly at a place. */
  expression(place: Span): Expr | undefined {
    return this.around(place).findLast(
      (one): one is Expr => one.from === place.from && one.to === place.to && !isStatement(one),
    );
  }

  call(place: Span): Call | undefined {
    return this.around(place).findLast(
      (one): one is Call => one.kind === "call" && one.from === place.from && one.to === place.to,
    );
  }

  /** The call that has this as its callee or among its arguments. */
  callAround(place: Span): Call | undefined {
    return this.around(place).findLast(
      (one): one is Call => one.kind === "call" && (one.from < place.from || one.to > place.to),
    );
  }

  statement(place: Span): Stmt | undefined {
    return this.around(place).findLast(isStatement);
  }

  function(place: Span): FunctionDef | undefined {
    return this.around(place).findLast((one): one is FunctionDef => one.kind === "function");
  }

  class(place: Span): ClassDef | undefined {
    return this.around(place).findLast((one): one is ClassDef => one.kind === "class");
  }

  /** What stands in front of a statement in its line, where that is only blanks. */
  indent({ from }: Span): string | undefined {
    const before = this.text.slice(this.text.lastIndexOf("\n", from - 1) + 1, from);
    return /^[ \t]*$/.test(before) ? before : undefined;
  }

  /** Every statement and expression of the file. */
  get all(): readonly Part[] {
    this.parts ??= partsIn(this.module.body);
    return this.parts;
  }
  private parts: readonly Part[] | undefined;
}

/** All statements and expressions in something. */
export function partsIn(root: unknown): readonly Part[] {
  const found: Part[] = [];
  const visit = (one: unknown): void => {
    if (typeof one !== "object" || one === null) return;
    if (Array.isArray(one)) return one.forEach(visit);
    if (isPart(one)) found.push(one);
    Object.values(one).forEach(visit);
  };
  visit(root);
  return found;
}

const statements: ReadonlySet<string> = new Set(
  "expression assign annotated augment if for while function class return raise assert try with import import-from scope delete pass break continue".split(
    " ",
  ),
);

const isStatement = (one: Part): one is Stmt => statements.has(one.kind);
const isPart = (one: object): one is Part => "kind" in one && "from" in one;
