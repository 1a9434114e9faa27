import { type Message, say } from "../../core/message";
import type { Span } from "../../core/span";

/** Binds looser from top to bottom; every operator of a level binds to the left, but comparisons form chains. */
const levels: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["not"],
  ["==", "!=", "<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "//", "%"],
];
const nots = 2;
const comparisons = 3;
/** A file may not make the reader run out of stack. */
const deepest = 50;

/** Ends a computation; reported where there is something to say, and the value is unknown then. */
export class Wrong extends Error {
  constructor(
    readonly span: Span,
    readonly reason?: Message,
    /** The word that was meant. */
    readonly near?: string,
  ) {
    super();
  }
}

/** What to make of the parts of an expression. */
export interface Builder<T> {
  number(value: number): T;
  word(word: string, span: Span): T;
  unary(sign: "-" | "not", inside: T): T;
  binary(sign: string, left: T, right: T, span: Span): T;
}

/** Reads arithmetic over whole numbers and words; throws `Wrong` with the place of what does not fit. */
export function parse<T>(text: string, offset: number, build: Builder<T>): T {
  const tokens = [...text.matchAll(/\d[\w.]*|[A-Za-z_]\w*(?:\.\w+)*|\/\/|\*\*|[=!<>]=|\S/g)].map(
    ({ 0: word, index }) => ({
      word,
      span: { from: offset + index, to: offset + index + word.length },
    }),
  );
  const end = { word: "", span: { from: offset + text.length - 1, to: offset + text.length } };
  let at = 0;
  let depth = 0;
  const peek = () => tokens[at] ?? end;

  const binary = (level: number): T => {
    const signs = levels[level];
    if (!signs) return unary();
    if (level === nots) return negation();
    let left = binary(level + 1);
    let chain: T | undefined;
    for (let { word, span } = peek(); signs.includes(word); { word, span } = peek()) {
      at++;
      const right = binary(level + 1);
      const both = build.binary(word, left, right, span);
      if (level !== comparisons) left = both;
      else {
        // `1 < x < 3` holds where both halves do.
        chain = chain === undefined ? both : build.binary("and", chain, both, span);
        left = right;
      }
    }
    return chain ?? left;
  };
  /** Binds looser than comparisons, as in Python. */
  const negation = (): T => {
    const { word, span } = peek();
    if (word !== "not") return binary(nots + 1);
    deeper(span);
    at++;
    const inside = negation();
    depth--;
    return build.unary("not", inside);
  };
  const deeper = (span: Span): void => {
    if (++depth > deepest) throw new Wrong(span, say`this expression is nested too deep`);
  };
  const unary = (): T => {
    const { word, span } = peek();
    deeper(span);
    at++;
    const value = operand(word, span);
    depth--;
    return value;
  };
  const operand = (word: string, span: Span): T => {
    if (word === "-") return build.unary("-", unary());
    if (word === "+") return unary();
    if (/^\d+$/.test(word)) return build.number(Number(word));
    if (word === "(") {
      const inside = binary(0);
      expect(")");
      return inside;
    }
    if (/^[A-Za-z_]/.test(word) && !reserved.has(word)) {
      if (peek().word === "(") throw new Wrong(span, say`there are no functions here, such as ${word}`);
      return build.word(word, span);
    }
    throw unexpected(word, span);
  };
  const expect = (word: string): void => {
    const found = peek();
    if (/^(?:[/=&|!]|\*\*)$/.test(found.word)) throw unexpected(found.word, found.span);
    if (found.word !== word)
      throw new Wrong(
        found.span,
        found.word ? say`${word} is missing before ${found.word}` : say`${word} is missing here`,
      );
    at++;
  };

  const result = binary(0);
  if (at < tokens.length) throw unexpected(peek().word, peek().span);
  return result;
}

const reserved: ReadonlySet<string> = new Set(["and", "or", "not"]);

/** Says what Python has and this has not, or the other way round. */
function unexpected(word: string, span: Span): Wrong {
  if (word === "") return new Wrong(span, say`something is missing here`);
  if (word === "/") return new Wrong(span, say`sizes are whole numbers, and are divided by //`, "//");
  if (word === "**") return new Wrong(span, say`there are no powers here; write a product`);
  if (word === "=") return new Wrong(span, say`values are compared with ==`, "==");
  if (word === "&" || word === "|") return new Wrong(span, say`conditions are joined by ${"and"} or ${"or"}`);
  if (word === "!") return new Wrong(span, say`a condition is turned round by ${"not"}`);
  if (/^\d/.test(word)) return new Wrong(span, say`${word} is no whole number`);
  return new Wrong(span, say`${word} is not expected here`);
}
