import { didYouMean, nearest } from "../../core/nearest";
import { error, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import { literal } from "../yaml-tree";

export type Values = ReadonlyMap<string, Value>;
type Result = number | boolean;

/** Binds looser from left to right; every operator of a level binds to the left. */
const levels: readonly { readonly [operator: string]: (a: any, b: any) => Result }[] = [
  { or: (a, b) => a || b },
  { and: (a, b) => a && b },
  {
    "==": (a, b) => a === b,
    "!=": (a, b) => a !== b,
    "<=": (a, b) => a <= b,
    ">=": (a, b) => a >= b,
    "<": (a, b) => a < b,
    ">": (a, b) => a > b,
  },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => a * b, "//": (a, b) => Math.floor(a / b), "%": (a, b) => a - b * Math.floor(a / b) },
];

/** Ends a computation; reported where there is something to say, and the value is unknown then. */
class Wrong extends Error {
  constructor(
    readonly span: Span,
    message = "",
  ) {
    super(message);
  }
}

/** The value of `$name` or `$( … )`; any other value is itself. */
export function evaluate(value: Value, values: Values, report: Report): Value {
  if (value.kind === "list") return { ...value, items: value.items.map((item) => evaluate(item, values, report)) };
  if (value.kind !== "text" || !value.value.startsWith("$")) return value;
  const text = value.value,
    { span } = value;
  // A quoted text begins one further.
  const start = span.to - span.from > text.length ? span.from + 1 : span.from;
  try {
    if (!text.startsWith("$("))
      return { ...lookUp(text.slice(1), { from: start + 1, to: start + text.length }, values), span, note: text };
    return { ...literal(compute(text.slice(1), start + 1, values), span), note: text };
  } catch (wrong) {
    if (!(wrong instanceof Wrong)) throw wrong;
    if (wrong.message) report(error("wrong-expression", wrong.span, wrong.message));
    return { kind: "opaque", text, span };
  }
}

function lookUp(name: string, span: Span, values: Values): Value {
  const value = values.get(name);
  if (!value) throw new Wrong(span, `no parameter is called ${name}${didYouMean(nearest(name, [...values.keys()]))}`);
  return value;
}

function compute(text: string, offset: number, values: Values): Result {
  const tokens = [...text.matchAll(/\d+|[A-Za-z_]\w*|\/\/|[=!<>]=|\S/g)].map(({ 0: word, index }) => ({
    word,
    span: { from: offset + index, to: offset + index + word.length },
  }));
  const end = { word: "", span: { from: offset + text.length, to: offset + text.length } };
  let at = 0;
  const peek = () => tokens[at] ?? end;
  const expect = (word: string) => {
    if (peek().word !== word) throw new Wrong(peek().span, `expected ${word}${peek().word && `, not ${peek().word}`}`);
    at++;
  };

  const binary = (level: number): Result => {
    const operators = levels[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    for (let { word, span } = peek(); Object.hasOwn(operators, word); { word, span } = peek()) {
      at++;
      const right = binary(level + 1);
      if ((word === "//" || word === "%") && right === 0) throw new Wrong(span, "division by zero");
      left = operators[word]!(left, right);
    }
    return left;
  };
  const unary = (): Result => {
    const { word, span } = peek();
    at++;
    if (word === "-") return -unary();
    if (word === "not") return !unary();
    if (word === "true" || word === "false") return word === "true";
    if (/^\d+$/.test(word)) return Number(word);
    if (word === "(") {
      const inside = binary(0);
      expect(")");
      return inside;
    }
    if (!/^\w+$/.test(word)) throw new Wrong(span, word ? `${word} is not expected here` : "something is missing here");
    const value = lookUp(word, span, values);
    if (value.kind === "opaque") throw new Wrong(span);
    if (value.kind !== "number" && value.kind !== "bool") throw new Wrong(span, `${word} is no number`);
    return value.value;
  };

  const result = binary(0);
  if (at < tokens.length) throw new Wrong(peek().span, `${peek().word} is not expected here`);
  return result;
}
