import type { SyntaxNode } from "@lezer/common";
import type { Expr } from "./ast";
import { bracketed, comprehension, dictionary } from "./comprehensions";
import { lambda } from "./functions";
import { continued, formatted, number, string } from "./literals";
import { call, item, member } from "./members";
import { operation } from "./operators";
import { children, failed, inside, parted, type Reader, spanOf } from "./reader";

type Read = (node: SyntaxNode, reader: Reader) => Expr;

const items = (node: SyntaxNode, reader: Reader): readonly Expr[] =>
  parted(inside(node)).map((part) => item(part, node, reader));

const collected =
  (kind: "tuple" | "list" | "set"): Read =>
  (node, reader) => ({ kind, items: items(node, reader), ...spanOf(node) });

const comprehended =
  (of: "list" | "set" | "dict" | "generator"): Read =>
  (node, reader) =>
    comprehension(inside(node), of, node, reader);

/** By the grammar's name of an expression. */
const reads: { readonly [name: string]: Read } = {
  ArrayComprehensionExpression: comprehended("list"),
  ArrayExpression: collected("list"),
  AwaitExpression: operation,
  BinaryExpression: operation,
  Boolean: (node, reader) => ({ kind: "constant", value: reader.textOf(node) === "True", ...spanOf(node) }),
  CallExpression: call,
  ComprehensionExpression: comprehended("generator"),
  ConditionalExpression: operation,
  ContinuedString: continued,
  DictionaryComprehensionExpression: comprehended("dict"),
  DictionaryExpression: dictionary,
  Ellipsis: (node) => ({ kind: "ellipsis", ...spanOf(node) }),
  FormatString: formatted,
  LambdaExpression: lambda,
  MemberExpression: member,
  NamedExpression: (node, reader) => {
    const [target, , value] = children(node);
    if (!target) return failed(node);
    return {
      kind: "walrus",
      target: reader.expression(target, node),
      value: reader.expression(value, node),
      ...spanOf(node),
    };
  },
  None: (node) => ({ kind: "constant", value: null, ...spanOf(node) }),
  Number: (node, reader) => number(reader.textOf(node), node),
  ParenthesizedExpression: (node, reader) =>
    bracketed(node, "generator", reader, () => {
      const [first] = inside(node);
      return reader.expression(first, node);
    }),
  SetComprehensionExpression: comprehended("set"),
  SetExpression: collected("set"),
  String: string,
  TupleExpression: collected("tuple"),
  UnaryExpression: operation,
  VariableName: (node, reader) => ({ kind: "name", id: reader.textOf(node), ...spanOf(node) }),
  YieldExpression: yielded,
};

/** `yield`, `yield value` or `yield from values`, as an expression or a statement. */
export function yielded(node: SyntaxNode, reader: Reader): Expr {
  reader.yields();
  const parts = children(node);
  const values = parts.filter(({ name }) => name !== "yield" && name !== "from");
  const delegates = parts.some(({ name }) => name === "from");
  return { kind: "yield", ...(values.length && { value: reader.list(values, node) }), delegates, ...spanOf(node) };
}

export const expressionOf: Read = (node, reader) => reads[node.name]?.(node, reader) ?? failed(node);
