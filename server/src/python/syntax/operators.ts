import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../core/span";
import type { BinaryOp, Compared, CompareOp, Expr } from "./ast";
import { children, failed, type Reader, spanOf } from "./reader";

/** By how tightly they bind, from the loosest; all of a line from the left. */
const levels: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["not"],
  ["<", ">", "<=", ">=", "==", "!=", "in", "not in", "is", "is not"],
  ["|"],
  ["^"],
  ["&"],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "@", "/", "//", "%"],
];
const comparing = 3;
const signs = levels.length;
const binaries: ReadonlySet<string> = new Set([...levels.slice(comparing + 1).flat(), "**"]);
const compares: ReadonlySet<string> = new Set(levels[comparing]);

export const isBinaryOp = (op: string): op is BinaryOp => binaries.has(op);
const isCompareOp = (op: string): op is CompareOp => compares.has(op);

/** A sign, a word such as `and`, or an operand. */
interface Token extends Span {
  readonly text: string;
  readonly operand?: SyntaxNode;
}

const operating = /^(Binary|Unary|Conditional|Await)Expression$/;
/** Everything else in an operation is a sign: words are written small in the grammar, or end so. */
const sign = /^([a-z]+|(Arith|Bit|Compare)Op)$/;

/**
 * Signs and operands in the order of the text. The grammar lets `not` and `await` reach over all that stands behind them,
 * so how the parts lie inside one another is found out anew.
 */
function tokensOf(node: SyntaxNode, reader: Reader): readonly Token[] {
  const tokens: Token[] = [];
  const left = [node];
  for (let next = left.pop(); next; next = left.pop()) {
    if (operating.test(next.name)) left.push(...children(next).reverse());
    else if (sign.test(next.name)) put(tokens, { text: reader.textOf(next), ...spanOf(next) });
    else tokens.push({ text: "", operand: next, ...spanOf(next) });
  }
  return tokens;
}

/** `not in` and `is not` are one sign each. */
function put(tokens: Token[], token: Token): void {
  const before = tokens.at(-1);
  const both = `${before?.text} ${token.text}`;
  if (before && isCompareOp(both)) tokens.splice(-1, 1, { text: both, from: before.from, to: token.to });
  else tokens.push(token);
}

export function operation(node: SyntaxNode, reader: Reader): Expr {
  const tokens = tokensOf(node, reader);
  return reader.deeper(tokens.length, () => parsed(tokens, node, reader)) ?? failed(node);
}

function parsed(tokens: readonly Token[], node: SyntaxNode, reader: Reader): Expr {
  let at = 0;
  const taken = (ops: readonly string[]): string | undefined => {
    const text = tokens[at]?.text ?? "";
    if (!ops.includes(text)) return undefined;
    at++;
    return text;
  };
  /** From a token to the last one taken. */
  const since = (start: number): Span => ({ from: tokens[start]?.from ?? node.to, to: tokens[at - 1]?.to ?? node.to });

  function whole(): Expr {
    const start = at;
    const body = level(0);
    if (!taken(["if"])) return body;
    const test = level(0);
    const otherwise = taken(["else"]) ? whole() : failed(node);
    return { kind: "conditional", body, test, otherwise, ...since(start) };
  }

  function level(of: number): Expr {
    if (of === signs) return signed();
    if (of === comparing) return compared();
    const ops = levels[of]!;
    const start = at;
    if (ops[0] === "not") {
      if (!taken(ops)) return level(of + 1);
      const inner = level(of);
      return { kind: "unary", op: "not", of: inner, ...since(start) };
    }
    let left = level(of + 1);
    for (let op = taken(ops); op; op = taken(ops)) left = pair(op, left, level(of + 1), since(start));
    return left;
  }

  function compared(): Expr {
    const start = at;
    const first = level(comparing + 1);
    const rest: Compared[] = [];
    for (let op = taken(levels[comparing]!); op && isCompareOp(op); op = taken(levels[comparing]!))
      rest.push({ op, to: level(comparing + 1) });
    return rest.length ? { kind: "comparison", first, rest, ...since(start) } : first;
  }

  function signed(): Expr {
    const start = at;
    const op = taken(["-", "+", "~"]);
    if (op !== "-" && op !== "+" && op !== "~") return power();
    const of = signed();
    return { kind: "unary", op, of, ...since(start) };
  }

  function power(): Expr {
    const start = at;
    const base = operand();
    return taken(["**"]) ? pair("**", base, signed(), since(start)) : base;
  }

  function operand(): Expr {
    const start = at;
    const token = tokens[at];
    if (token?.operand) {
      at++;
      return reader.expression(token.operand, node);
    }
    // What is left of words that may stand before an operand waits for it.
    if (!token || !/^[a-z]{5}$/.test(token.text)) return failed(node);
    at++;
    const of = operand();
    return { kind: "awaited", of, ...since(start) };
  }

  const found = whole();
  return at === tokens.length ? found : failed(node);
}

function pair(op: string, left: Expr, right: Expr, span: Span): Expr {
  if (op === "and" || op === "or") return { kind: "logic", op, left, right, ...span };
  return isBinaryOp(op) ? { kind: "binary", op, left, right, ...span } : failed(span);
}
