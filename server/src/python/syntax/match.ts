import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../core/span";
import type { Branch, CompareOp, Expr, Stmt } from "./ast";
import { children, failed, named, type Reader, spanOf } from "./reader";

/**
 * `match` as what it does: the subject is kept under a name that no text can have, and each case is a
 * branch. What a case captures is a walrus in a tuple, which holds whatever is in it. Patterns that
 * look inside of a value are not known to hold, and neither is what they capture.
 */
export function match(node: SyntaxNode, reader: Reader): readonly Stmt[] {
  const parts = children(node);
  const body = named(parts, "MatchBody");
  const values = parts.slice(1, body ? parts.indexOf(body) : undefined);
  const subject: Expr = { kind: "name", id: `match ${node.from}`, ...spanOf(values[0] ?? node) };
  const kept: Stmt = { kind: "assign", targets: [subject], value: reader.list(values, node), ...spanOf(node) };
  const clauses = body ? children(body).filter(({ name }) => name === "MatchClause") : [];
  const branches = clauses.map((clause) => branch(clause, subject, reader));
  return branches.length ? [kept, { kind: "if", branches, otherwise: [], ...spanOf(node) }] : [kept];
}

function branch(clause: SyntaxNode, subject: Expr, reader: Reader): Branch {
  const parts = children(clause);
  const pattern = parts.slice(1).filter(({ name }) => name !== "Guard" && name !== "Body");
  const open = pattern.length === 1 ? held(pattern[0]!, subject, reader) : loose(pattern, clause, reader);
  const guard = named(parts, "Guard");
  const test = guard ? and(open, reader.expression(children(guard)[1], guard), clause) : open;
  return { test, body: reader.block(named(parts, "Body")) };
}

function held(pattern: SyntaxNode, subject: Expr, reader: Reader): Expr {
  const parts = children(pattern);
  return reader.deeper(parts.length, () => heldBy(parts, pattern, subject, reader)) ?? failed(pattern);
}

function heldBy(parts: readonly SyntaxNode[], pattern: SyntaxNode, subject: Expr, reader: Reader): Expr {
  switch (pattern.name) {
    case "LiteralPattern": {
      const value = literal(parts, pattern, reader);
      return compared(subject, value.kind === "constant" ? "is" : "==", value, pattern);
    }
    case "AttributePattern":
      return compared(subject, "==", attribute(parts, pattern, reader), pattern);
    case "CapturePattern":
      return capture(parts[0], subject, pattern, reader);
    case "AsPattern": {
      const inner = parts[0] ? held(parts[0], subject, reader) : failed(pattern);
      return and(inner, capture(parts.at(-1), subject, pattern, reader), pattern);
    }
    case "OrPattern": {
      const [first = failed(pattern), ...rest] = parts
        .filter(({ name }) => name !== "LogicOp")
        .map((part) => held(part, subject, reader));
      return rest.reduce((left, right): Expr => ({ kind: "logic", op: "or", left, right, ...spanOf(pattern) }), first);
    }
    case "ParenthesizedPattern":
      return parts[1] && parts.length === 3 ? held(parts[1], subject, reader) : loose(parts, pattern, reader);
    default:
      return loose([pattern], pattern, reader);
  }
}

function literal(parts: readonly SyntaxNode[], pattern: SyntaxNode, reader: Reader): Expr {
  if (parts[0]?.name !== "ArithOp") return parts.length === 1 ? reader.expression(parts[0], pattern) : failed(pattern);
  if (parts.length !== 2) return failed(pattern);
  return { kind: "unary", op: "-", of: reader.expression(parts[1], pattern), ...spanOf(pattern) };
}

function attribute(parts: readonly SyntaxNode[], pattern: SyntaxNode, reader: Reader): Expr {
  const [first, ...rest] = parts.filter(({ name }) => name !== ".");
  let whole = reader.expression(first, pattern);
  for (const part of rest)
    whole = { kind: "attribute", of: whole, name: reader.textOf(part), from: whole.from, to: part.to };
  return whole;
}

/** `_` captures nothing. */
function capture(name: SyntaxNode | undefined, value: Expr, span: Span, reader: Reader): Expr {
  if (!name) return failed(span);
  if (reader.textOf(name) === "_") return { kind: "constant", value: true, ...spanOf(span) };
  const target: Expr = { kind: "name", id: reader.textOf(name), ...spanOf(name) };
  return { kind: "tuple", items: [{ kind: "walrus", target, value, ...spanOf(span) }], ...spanOf(span) };
}

/** Something of which it is not known whether it holds, nor what it captures. */
function loose(patterns: readonly SyntaxNode[], span: Span, reader: Reader): Expr {
  const captured = patterns.flatMap((pattern) => capturedIn(pattern));
  const chained = () =>
    captured
      .map((name) => capture(name, failed(name), name, reader))
      .reduce((left, right) => and(left, right, span), failed(span));
  return reader.deeper(captured.length, chained) ?? failed(span);
}

function capturedIn(pattern: SyntaxNode): readonly SyntaxNode[] {
  const parts = children(pattern);
  if (pattern.name === "CapturePattern") return parts.slice(0, 1);
  const inner = parts.flatMap(capturedIn);
  return pattern.name === "AsPattern" ? [...inner, ...parts.slice(-1)] : inner;
}

const and = (left: Expr, right: Expr, span: Span): Expr => ({ kind: "logic", op: "and", left, right, ...spanOf(span) });

const compared = (first: Expr, op: CompareOp, to: Expr, span: Span): Expr => ({
  kind: "comparison",
  first,
  rest: [{ op, to }],
  ...spanOf(span),
});
