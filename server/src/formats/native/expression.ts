import { add, compare, type Dim, floorDiv, known, mul } from "../../core/dim";
import type { Edge } from "../../core/graph";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import { literal, type Result, type SizeName, type Sizes, show, type Value } from "../../core/value";
import { parse, Wrong } from "./grammar";

/** What an expression can speak of: parameters of the block, and sizes of layers above it. */
export interface Env {
  readonly params: ReadonlyMap<string, Value>;
  layer(name: string): readonly Edge[] | undefined;
}

/** A computation: done while reading where it can be, else left to inference. */
export type Expr = { readonly done: Result } | { readonly later: (sizes: Sizes) => Result };

const sizeNames: readonly string[] = ["channels", "height", "width"] satisfies SizeName[];

/** The value of `$name` or `$( … )`; any other value is itself. */
export function evaluate(value: Value, env: Env, report: Report): Value {
  if (value.kind === "list") {
    const items = value.items.map((item) => evaluate(item, env, report));
    return items.every((item, i) => item === value.items[i]) ? value : { ...value, items };
  }
  if (value.kind !== "text" || !value.value.startsWith("$")) return value;
  const { value: text, span } = value;
  // A quoted text begins one further.
  const start = span.to - span.from > text.length ? span.from + 1 : span.from;
  const note = say`${text}`;
  try {
    if (!text.startsWith("$(")) return { ...named(text, start, env), span, note };
    const expr = compute(text.slice(1), start + 1, env);
    return "done" in expr
      ? { ...settled(expr.done, text, span), note }
      : { kind: "formula", text, span, note, of: expr.later };
  } catch (wrong) {
    if (!(wrong instanceof Wrong)) throw wrong;
    if (wrong.reason) report(problem("wrong-expression", wrong.span, wrong.reason, changeTo(wrong.near, wrong.span)));
    return { kind: "opaque", text, span };
  }
}

/** `$name`, and what people write who know other template languages. */
function named(text: string, start: number, env: Env): Value {
  const [, braced] = /^\$\{\s*(\w+)\s*\}$/.exec(text) ?? [];
  const whole = { from: start, to: start + text.length };
  if (braced !== undefined)
    throw new Wrong(whole, say`a parameter is written ${`$${braced}`}, without braces`, `$${braced}`);
  const [, word = "", rest = ""] = /^\$(\w*)(.*)$/s.exec(text) ?? [];
  if (word !== "" && /^\s*(?:[-+*/%<>=]|and\b|or\b)/.test(rest)) {
    const put = `$(${text.slice(1)})`;
    throw new Wrong(whole, say`arithmetic stands in parentheses: ${put}`, put);
  }
  if (rest !== "" || word === "") throw new Wrong(whole, say`${text} is neither $name nor $( … )`);
  return parameter(word, { from: start + 1, to: start + text.length }, env);
}

function settled(result: Result, text: string, span: Span): Value {
  if (result === undefined) return { kind: "opaque", text, span };
  return typeof result === "object" ? { kind: "size", dim: result, text, span } : literal(result, span);
}

function parameter(name: string, span: Span, { params }: Env): Value {
  const value = params.get(name);
  if (value) return value;
  if (!params.size) throw new Wrong(span, say`there is no parameter ${name} here: only blocks have parameters`);
  const near = nearest(name, params.keys());
  throw new Wrong(span, say`no parameter is called ${name}${didYouMean(near)}`, near);
}

/** What stands in the parentheses of `$( … )`. */
export const compute = (text: string, offset: number, env: Env): Expr =>
  parse<Expr>(text, offset, {
    number: (value) => ({ done: value }),
    word: (word, span) => wordOf(word, span, env),
    unary: (sign, inside) => map([inside], ([value]) => (sign === "not" ? negated(value) : mul(size(value), -1))),
    binary(sign, left, right, span) {
      if ((sign === "//" || sign === "%") && "done" in right && size(right.done) === 0)
        throw new Wrong(span, say`division by zero`);
      return map([left, right], ([a, b]) => binary[sign]!(a, b));
    },
  });

function wordOf(word: string, span: Span, env: Env): Expr {
  if (/^(?:true|false)$/i.test(word) && !env.params.has(word)) return { done: word.toLowerCase() === "true" };
  const dot = word.lastIndexOf(".");
  if (dot >= 0) return sizeOf(word.slice(0, dot), word.slice(dot + 1), span, env);
  const value = parameter(word, span, env);
  if (value.kind === "opaque") throw new Wrong(span);
  if (value.kind === "formula") return { later: value.of };
  if (value.kind === "size") return { done: value.dim };
  if (value.kind !== "number" && value.kind !== "bool")
    throw new Wrong(span, say`${word} is ${show(value)}, and expressions calculate with whole numbers`);
  if (value.kind === "number" && !Number.isInteger(value.value))
    throw new Wrong(span, say`${word} is ${String(value.value)}, and expressions calculate with whole numbers`);
  return { done: value.value };
}

function sizeOf(name: string, size: string, span: Span, env: Env): Expr {
  const last = { from: span.to - size.length, to: span.to };
  const edges = env.layer(name);
  if (!edges) throw new Wrong({ from: span.from, to: span.from + name.length }, say`no layer above is called ${name}`);
  if (!sizeNames.includes(size)) {
    const near = nearest(size, sizeNames);
    throw new Wrong(last, say`a layer has ${sizeNames.join(", ")}, not ${size}${didYouMean(near)}`, near);
  }
  const { node, port } = edges[0] ?? { port: 0 };
  if (node === undefined) throw new Wrong(span);
  return { later: (sizes) => sizes(node, port, size as SizeName) };
}

/** Applies a function now, or once inference knows what it needs. */
function map(parts: readonly Expr[], of: (values: readonly Result[]) => Result): Expr {
  if (parts.every((part) => "done" in part)) return { done: of(parts.map((part) => part.done)) };
  return { later: (sizes) => of(parts.map((part) => ("done" in part ? part.done : part.later(sizes)))) };
}

const size = (value: Result): Dim => (typeof value === "boolean" ? Number(value) : (value ?? Number.NaN));
const condition = (value: Result): boolean | undefined =>
  typeof value === "object" || value === undefined || Number.isNaN(value) ? undefined : Boolean(value);
const negated = (value: Result): Result => {
  const holds = condition(value);
  return holds === undefined ? undefined : !holds;
};
const truth = (value: "yes" | "no" | "maybe"): Result => (value === "maybe" ? undefined : value === "yes");
const less = (a: Result, b: Result): Result =>
  truth(known([add(size(a), mul(size(b), -1))], (difference) => difference < 0));
const quotient = (a: Result, b: Result): Dim => {
  const by = size(b);
  return typeof by === "number" && by > 0
    ? floorDiv(size(a), by)
    : typeof by === "number" && typeof a === "number" && by < 0
      ? Math.floor(a / by)
      : Number.NaN;
};

/** As in Python: `//` and `%` round towards minus infinity. What is unknown stays so, unless the other side decides. */
const binary: { readonly [sign: string]: (a: Result, b: Result) => Result } = {
  or: (a, b) => (condition(a) === undefined ? condition(b) || undefined : condition(a) ? a : b),
  and: (a, b) => (condition(a) === undefined ? (condition(b) === false ? false : undefined) : condition(a) ? b : a),
  "==": (a, b) => truth(compare(size(a), size(b))),
  "!=": (a, b) => negated(truth(compare(size(a), size(b)))),
  "<": less,
  ">": (a, b) => less(b, a),
  "<=": (a, b) => negated(less(b, a)),
  ">=": (a, b) => negated(less(a, b)),
  "+": (a, b) => add(size(a), size(b)),
  "-": (a, b) => add(size(a), mul(size(b), -1)),
  "*": (a, b) => mul(size(a), size(b)),
  "//": quotient,
  "%": (a, b) => add(size(a), mul(size(b), quotient(a, b), -1)),
};
