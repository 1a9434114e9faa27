import type { Span } from "../../../server/src/core/span";
import type { Call, ClassDef, Expr, FunctionDef, Stmt } from "../../../server/src/python/syntax/ast";
import { parsePython } from "../../../server/src/python/syntax/parse";

export type Found<K extends Expr["kind"]> = Extract<Expr, { readonly kind: K }>;

/** A program with its parts in the order of the text, as kinds of mutants look for what they change. */
export interface Program {
  readonly text: string;
  readonly calls: readonly Call[];
  readonly numbers: readonly Found<"number">[];
  readonly operations: readonly Found<"binary">[];
  readonly functions: readonly FunctionDef[];
  readonly classes: readonly ClassDef[];
  readonly names: readonly Found<"name">[];
  readonly attributes: readonly Found<"attribute">[];
  readonly subscripts: readonly Found<"subscript">[];
  /** Round brackets that only hold together what is in them. */
  readonly brackets: readonly Span[];
  /** Statements by the block they stand in. */
  readonly blocks: readonly (readonly Stmt[])[];
  source(span: { readonly from: number; readonly to: number }): string;
}

export function programOf(text: string): Program {
  const { body } = parsePython(text);
  const calls: Call[] = [];
  const numbers: Found<"number">[] = [];
  const operations: Found<"binary">[] = [];
  const functions: FunctionDef[] = [];
  const classes: ClassDef[] = [];
  const names: Found<"name">[] = [];
  const attributes: Found<"attribute">[] = [];
  const subscripts: Found<"subscript">[] = [];
  const blocks: (readonly Stmt[])[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if (Array.isArray(part)) {
      if (isStatement(part[0])) blocks.push(part);
      return part.forEach(visit);
    }
    const { kind } = part as { kind?: unknown };
    if (kind === "call") calls.push(part as Call);
    if (kind === "number") numbers.push(part as Found<"number">);
    if (kind === "binary") operations.push(part as Found<"binary">);
    if (kind === "function") functions.push(part as FunctionDef);
    if (kind === "class") classes.push(part as ClassDef);
    if (kind === "name") names.push(part as Found<"name">);
    if (kind === "attribute") attributes.push(part as Found<"attribute">);
    if (kind === "subscript") subscripts.push(part as Found<"subscript">);
    Object.values(part).forEach(visit);
  };
  visit(body);
  const byPlace = (a: { from: number; to: number }, b: { from: number; to: number }) => a.from - b.from || a.to - b.to;
  for (const parts of [calls, numbers, operations, functions, classes, names, attributes, subscripts])
    (parts as Call[]).sort(byPlace);
  return {
    text,
    calls,
    numbers,
    operations,
    functions,
    classes,
    names,
    attributes,
    subscripts,
    brackets: bracketsIn(text),
    blocks,
    source: ({ from, to }) => text.slice(from, to),
  };
}

/** A bracket behind a word or another bracket calls something. */
function bracketsIn(text: string): readonly Span[] {
  const open: number[] = [];
  const found: Span[] = [];
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*|[()]/g))
    if (sign === "(") open.push(index);
    else if (sign === ")" && open.length) {
      const from = open.pop()!;
      if (!/(?:[\])]|(?<!\b(?:return|in|and|or|not|if|else|yield|assert))\b)\s*$/.test(text.slice(0, from)))
        found.push({ from, to: index + 1 });
    }
  return found.sort((a, b) => a.from - b.from);
}

const statements =
  /^(expression|assign|annotated|augment|if|for|while|function|class|return|raise|assert|try|with|import|import-from|scope|delete|pass|break|continue)$/;

const isStatement = (part: unknown): part is Stmt =>
  typeof part === "object" && part !== null && statements.test(String((part as Stmt).kind)) && "from" in part;

/** What a call calls, by the last of its names. */
export const calleeOf = ({ callee }: Call): string =>
  callee.kind === "name" ? callee.id : callee.kind === "attribute" ? callee.name : "";

/** The value that a call gives a parameter, by its position or its name. */
export const given = ({ args }: Call, at: number, name: string): Expr | undefined =>
  (args.find((arg) => arg.name === name) ?? args.filter((arg) => arg.name === undefined && !arg.star)[at])?.value;
