import type { SyntaxNode } from "@lezer/common";
import type { ClassDef, Expr, FunctionDef, Param, Stmt } from "./ast";
import { args } from "./members";
import { children, cut, failed, named, parted, type Reader, spanOf } from "./reader";

/** Of a function or a lambda: what stands between commas. */
function params(list: SyntaxNode | undefined, reader: Reader): readonly Param[] {
  if (!list) return [];
  const found: Param[] = [];
  let kind: Param["kind"] = "positional";
  for (const part of parted(children(list).filter(({ name }) => name !== "(" && name !== ")"))) {
    const star = part.find(({ name }) => name === "*" || name === "**");
    const name = named(part, "VariableName");
    if (star?.name === "*") kind = "keyword-only";
    if (!name) continue;
    const type = named(part, "TypeDef");
    const [, usual] = cut(part, "AssignOp");
    found.push({
      name: reader.textOf(name),
      kind: star ? (star.name === "*" ? "rest" : "keywords") : kind,
      ...(usual?.[0] && { default: reader.expression(usual[0], list) }),
      ...(type && { annotation: annotation(type, reader) }),
      from: part[0]!.from,
      to: part.at(-1)!.to,
    });
  }
  const slash = slashIn(list, reader);
  return found.map((one) => (one.kind === "positional" && one.to <= slash ? { ...one, kind: "positional-only" } : one));
}

/** Where `/` stands, which the grammar takes for nothing between two commas. */
function slashIn(list: SyntaxNode, reader: Reader): number {
  const commas = children(list).filter(({ name }) => name !== "(" && name !== ")");
  for (let i = 0; i <= commas.length; i++) {
    const from = commas[i - 1]?.to ?? list.from;
    const to = commas[i]?.from ?? list.to;
    if (/^[\s(]*\/[\s)]*$/.test(reader.textOf({ from, to }))) return from;
  }
  return -1;
}

/** `: type` or `-> type`. */
export function annotation(type: SyntaxNode, reader: Reader): Expr {
  const parts = children(type).filter(({ name }) => name !== ":" && name !== "->");
  return reader.list(parts, type);
}

export function lambda(node: SyntaxNode, reader: Reader): Expr {
  const parts = children(node);
  const [head, body] = cut(parts, ":");
  if (!body?.length) return failed(node);
  const [value] = reader.yielding(() => reader.expression(body[0], node));
  return { kind: "lambda", params: params(named(head, "ParamList"), reader), body: value, ...spanOf(node) };
}

/** A function or class, with what is written above it. */
export function decorated(node: SyntaxNode, reader: Reader): readonly Stmt[] {
  const decorators: Expr[] = [];
  for (const part of children(node)) {
    if (part.name === "Decorator") decorators.push(decorator(part, reader));
    else if (part.name === "FunctionDefinition") return [functionDef(part, reader, decorators)];
    else if (part.name === "ClassDefinition") return [classDef(part, reader, decorators)];
  }
  return [];
}

/** The grammar has the parts of a decorator side by side, and not one inside the other. */
function decorator(node: SyntaxNode, reader: Reader): Expr {
  const parts = children(node).slice(1);
  return reader.deeper(parts.length, () => joined(parts, node, reader)) ?? failed(node);
}

function joined(parts: readonly SyntaxNode[], node: SyntaxNode, reader: Reader): Expr {
  let whole: Expr | undefined;
  for (const part of parts) {
    const to = part.to;
    if (part.name === "ArgList" && whole)
      whole = { kind: "call", callee: whole, args: args(part, reader), from: whole.from, to };
    else if (part.name === "VariableName" || part.name === "PropertyName") {
      const name = reader.textOf(part);
      whole = whole
        ? { kind: "attribute", of: whole, name, from: whole.from, to }
        : { kind: "name", id: name, ...spanOf(part) };
    }
  }
  return whole ?? failed(node);
}

/** Where the text ends before a name, there is none. */
const nameOf = (parts: readonly SyntaxNode[], node: SyntaxNode, reader: Reader) => {
  const name = named(parts, "VariableName");
  const nameSpan = name ? spanOf(name) : { from: node.to, to: node.to };
  return { name: reader.textOf(nameSpan), nameSpan };
};

export function functionDef(node: SyntaxNode, reader: Reader, decorators: readonly Expr[] = []): FunctionDef {
  const parts = children(node);
  const [body, generator] = reader.yielding(() => reader.block(named(parts, "Body")));
  return {
    kind: "function",
    ...nameOf(parts, node, reader),
    params: params(named(parts, "ParamList"), reader),
    body,
    decorators,
    generator,
    coroutine: parts[0]?.name !== "def",
    ...spanOf(node),
  };
}

export function classDef(node: SyntaxNode, reader: Reader, decorators: readonly Expr[] = []): ClassDef {
  const parts = children(node);
  const bases = named(parts, "ArgList");
  return {
    kind: "class",
    ...nameOf(parts, node, reader),
    bases: bases ? args(bases, reader) : [],
    body: reader.block(named(parts, "Body")),
    decorators,
    ...spanOf(node),
  };
}
