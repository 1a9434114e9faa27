import type { SyntaxNode } from "@lezer/common";
import type { Stmt } from "./ast";
import { forStatement, ifStatement, tryStatement, whileStatement, withStatement } from "./compound";
import { yielded } from "./expressions";
import { annotation, classDef, decorated, functionDef } from "./functions";
import { importStatement } from "./imports";
import { match } from "./match";
import { isBinaryOp } from "./operators";
import { children, cut, failed, named, parted, type Reader, spanOf, split } from "./reader";

type Read = (node: SyntaxNode, reader: Reader) => Stmt | readonly Stmt[];

const bare =
  (kind: "pass" | "break" | "continue"): Read =>
  (node) => ({ kind, ...spanOf(node) });

/** By the grammar's name of a statement. */
const reads: { readonly [name: string]: Read } = {
  AssertStatement(node, reader) {
    const [first] = parted(children(node).slice(1));
    return { kind: "assert", test: reader.list(first ?? [], node), ...spanOf(node) };
  },
  AssignStatement: assign,
  BreakStatement: bare("break"),
  ClassDefinition: (node, reader) => classDef(node, reader),
  ContinueStatement: bare("continue"),
  DecoratedStatement: decorated,
  DeleteStatement: (node, reader) => ({
    kind: "delete",
    targets: parted(children(node).slice(1)).map((part) => reader.list(part, node)),
    ...spanOf(node),
  }),
  ExpressionStatement: (node, reader) => ({
    kind: "expression",
    value: reader.list(children(node), node),
    ...spanOf(node),
  }),
  ForStatement: forStatement,
  FunctionDefinition: (node, reader) => functionDef(node, reader),
  IfStatement: ifStatement,
  ImportStatement: importStatement,
  MatchStatement: match,
  PassStatement: bare("pass"),
  RaiseStatement(node, reader) {
    const [value] = cut(children(node).slice(1), "from");
    return { kind: "raise", ...(value.length && { value: reader.list(value, node) }), ...spanOf(node) };
  },
  ReturnStatement(node, reader) {
    const value = children(node).slice(1);
    return { kind: "return", ...(value.length && { value: reader.list(value, node) }), ...spanOf(node) };
  },
  ScopeStatement(node, reader) {
    const [keyword, ...names] = children(node);
    const listed = names.filter(({ name }) => name === "VariableName").map((name) => reader.textOf(name));
    return { kind: "scope", of: keyword?.name === "nonlocal" ? "nonlocal" : "global", names: listed, ...spanOf(node) };
  },
  StatementGroup: (node, reader) => statementsIn(node, reader),
  TryStatement: tryStatement,
  UpdateStatement: update,
  WhileStatement: whileStatement,
  WithStatement: withStatement,
  YieldStatement: (node, reader) => ({ kind: "expression", value: yielded(node, reader), ...spanOf(node) }),
};

/** `a = b = value`, `a: type = value` or `a: type`. */
function assign(node: SyntaxNode, reader: Reader): Stmt {
  const all = children(node);
  const type = named(all, "TypeDef");
  const parts = split(
    all.filter((part) => part !== type),
    "AssignOp",
  );
  const written = parts.at(-1)!;
  const targets = parts.slice(0, -1).filter((part) => part.length);
  if (!type)
    return {
      kind: "assign",
      targets: targets.map((part) => reader.list(part, node)),
      value: reader.list(written, node),
      ...spanOf(node),
    };
  return {
    kind: "annotated",
    target: reader.list(parts[0]!, node),
    annotation: annotation(type, reader),
    ...(parts.length > 1 && { value: reader.list(written, node) }),
    ...spanOf(node),
  };
}

function update(node: SyntaxNode, reader: Reader): Stmt {
  const [target, value = []] = cut(children(node), "UpdateOp");
  const sign = named(children(node), "UpdateOp");
  const op = sign ? reader.textOf(sign).slice(0, -1) : "";
  if (!isBinaryOp(op)) return { kind: "expression", value: failed(node), ...spanOf(node) };
  return { kind: "augment", target: reader.list(target, node), op, value: reader.list(value, node), ...spanOf(node) };
}

/** All statements of a text, a body or a line; what is none is left out, which the errors of the text say. */
export function statementsIn(node: SyntaxNode, reader: Reader): readonly Stmt[] {
  return children(node).flatMap((child) => reads[child.name]?.(child, reader) ?? []);
}
