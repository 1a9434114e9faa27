import type { SyntaxNode } from "@lezer/common";
import type { Arg, Expr } from "./ast";
import { comprehension } from "./comprehensions";
import { children, failed, hasGap, inside, named, parted, type Reader, spanOf, split } from "./reader";

export function member(node: SyntaxNode, reader: Reader): Expr {
  const parts = children(node);
  if (parts[1]?.name === "[") return subscript(node, parts, reader);
  const name = named(parts.slice(1), "PropertyName");
  if (!name) return failed(node);
  const of = reader.expression(parts[0], node);
  return { kind: "attribute", of, name: reader.textOf(name), ...spanOf(node) };
}

function subscript(node: SyntaxNode, parts: readonly SyntaxNode[], reader: Reader): Expr {
  const all = parts.slice(2).filter(({ name }) => name !== "]");
  if (!all.length || hasGap(node)) return failed(node);
  const items = parted(all).map((part) => index(part, reader));
  const span = { from: all[0]!.from, to: all.at(-1)!.to };
  const lone = items.length === 1 && !named(all, ",") && items[0]!.kind !== "starred";
  const chosen: Expr = lone ? items[0]! : { kind: "tuple", items, ...span };
  return { kind: "subscript", of: reader.expression(parts[0], node), index: chosen, ...spanOf(node) };
}

function index(part: readonly SyntaxNode[], reader: Reader): Expr {
  const span = { from: part[0]!.from, to: part.at(-1)!.to };
  if (!named(part, ":")) return item(part, span, reader);
  const [start, stop, step] = split(part, ":").map(([bound]) => bound && reader.expression(bound, span));
  return { kind: "slice", ...(start && { start }), ...(stop && { stop }), ...(step && { step }), ...span };
}

/** What may stand between commas: a value, or several with a star in front. */
export function item(part: readonly SyntaxNode[], around: { from: number; to: number }, reader: Reader): Expr {
  const [first, second] = part;
  if (first?.name !== "*") return reader.expression(first, around);
  const of = reader.expression(second, first);
  return { kind: "starred", of, from: first.from, to: of.to };
}

export function call(node: SyntaxNode, reader: Reader): Expr {
  const parts = children(node);
  const list = named(parts, "ArgList");
  if (!list || !parts[0]) return failed(node);
  return { kind: "call", callee: reader.expression(parts[0], node), args: args(list, reader), ...spanOf(node) };
}

/** Arguments of a call, or what a class is made of. */
export function args(list: SyntaxNode, reader: Reader): readonly Arg[] {
  const all = inside(list);
  // A generator may stand without brackets of its own.
  if (named(all, "for")) {
    const value = comprehension(all, "generator", list, reader);
    return [{ value, ...spanOf(value) }];
  }
  const found = parted(all).map((part): Arg => {
    const span = { from: part[0]!.from, to: part.at(-1)!.to };
    const [first, second, third] = part;
    if (first!.name === "*" || first!.name === "**")
      return { star: first!.name === "*" ? 1 : 2, value: reader.expression(second, span), ...span };
    if (second?.name !== "AssignOp") return { value: reader.expression(first, span), ...span };
    return { name: reader.textOf(first!), nameSpan: spanOf(first!), value: reader.expression(third, span), ...span };
  });
  // Where something cannot be read, there may be other arguments.
  return hasGap(list) ? [...found, { star: 1, value: failed(list), ...spanOf(list) }] : found;
}
