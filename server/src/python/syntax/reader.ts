import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../core/span";
import type { Block, Expr } from "./ast";

/** What reads a part of a text asks of whatever reads the parts inside it. */
export interface Reader {
  textOf(span: Span): string;
  /** One expression; nothing is known of what is not there, or lies too deep. */
  expression(node: SyntaxNode | undefined, around: Span): Expr;
  /** What stands between commas without brackets: `a, b` is a tuple, `a` is itself. */
  list(nodes: readonly SyntaxNode[], around: Span): Expr;
  /** Reads so many levels further down; nothing where that is too deep. */
  deeper<T>(levels: number, read: () => T): T | undefined;
  block(body: SyntaxNode | undefined): Block;
  /** Reads the body of a function, and says whether something in it yields. */
  yielding<T>(read: () => T): readonly [T, boolean];
  /** Told wherever something yields. */
  yields(): void;
}

export const spanOf = ({ from, to }: Span): Span => ({ from, to });

export const failed = (span: Span): Expr => ({ kind: "error", ...spanOf(span) });

/** Its parts, without comments and what the parser could not place. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== "Comment" && !child.type.isError) found.push(child);
  return found;
}

/** Whether something in it could not be placed. */
export function hasGap(node: SyntaxNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.type.isError) return true;
  return false;
}

/** The parts between its first bracket and its last. */
export function inside(node: SyntaxNode): SyntaxNode[] {
  const all = children(node);
  const closes = /^[)\]}]$/.test(all.at(-1)?.name ?? "");
  return all.slice(1, closes ? -1 : undefined);
}

export function split(nodes: readonly SyntaxNode[], at: string): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const node of nodes)
    if (node.name === at) parts.push([]);
    else parts.at(-1)!.push(node);
  return parts;
}

/** What stands between commas, without what is missing there. */
export const parted = (nodes: readonly SyntaxNode[]): SyntaxNode[][] => split(nodes, ",").filter((part) => part.length);

/** Before and after the first of this name; after is absent where there is none. */
export function cut(
  nodes: readonly SyntaxNode[],
  name: string,
): readonly [readonly SyntaxNode[], readonly SyntaxNode[] | undefined] {
  const at = nodes.findIndex((node) => node.name === name);
  return at < 0 ? [nodes, undefined] : [nodes.slice(0, at), nodes.slice(at + 1)];
}

export const named = (nodes: readonly SyntaxNode[], name: string): SyntaxNode | undefined =>
  nodes.find((node) => node.name === name);
