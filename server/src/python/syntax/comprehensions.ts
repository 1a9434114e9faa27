import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../core/span";
import type { Clause, Comprehension, Entry, Expr } from "./ast";
import { cut, failed, inside, named, parted, type Reader, spanOf } from "./reader";

/** `item for target in iterable if condition …`, without its brackets. */
export function comprehension(
  parts: readonly SyntaxNode[],
  of: Comprehension["of"],
  around: Span,
  reader: Reader,
): Expr {
  const at = parts.findIndex(({ name }) => name === "for");
  const first = parts[0];
  if (at < 1 || !first) return failed(around);
  const [, value] = cut(parts.slice(0, at), ":");
  return {
    kind: "comprehension",
    of,
    item: reader.expression(first, around),
    ...(of === "dict" && { value: reader.expression(value?.[0], around) }),
    clauses: clauses(parts.slice(at), around, reader),
    ...spanOf(around),
  };
}

function clauses(parts: readonly SyntaxNode[], around: Span, reader: Reader): readonly Clause[] {
  const found: { target: Expr; iterable: Expr; conditions: Expr[] }[] = [];
  for (let i = 0; i < parts.length; i++) {
    const { name } = parts[i]!;
    if (name === "if") found.at(-1)?.conditions.push(reader.expression(parts[++i], around));
    if (name !== "for") continue;
    const end = parts.findIndex((part, k) => k > i && part.name === "in");
    const [target, iterable] = end < 0 ? [parts.slice(i + 1), undefined] : [parts.slice(i + 1, end), parts[end + 1]];
    found.push({
      target: reader.list(target, around),
      iterable: reader.expression(iterable, around),
      conditions: [],
    });
    if (end > 0) i = end + 1;
  }
  return found;
}

export function dictionary(node: SyntaxNode, reader: Reader): Expr {
  const entries = parted(inside(node)).flatMap((part): Entry[] => {
    if (part[0]!.name === "**") return [{ value: reader.expression(part[1], node) }];
    const [key, value] = cut(part, ":");
    return [{ key: reader.expression(key[0], node), value: reader.expression(value?.[0], node) }];
  });
  return { kind: "dict", entries, ...spanOf(node) };
}

/** What stands in brackets: a comprehension, or what the brackets make of the values in them. */
export function bracketed(node: SyntaxNode, of: Comprehension["of"], reader: Reader, otherwise: () => Expr): Expr {
  const parts = inside(node);
  return named(parts, "for") ? comprehension(parts, of, node, reader) : otherwise();
}
