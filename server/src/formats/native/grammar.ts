import { type Message, say } from "../../core/message";
import type { Span } from "../../core/span";

/** Binds looser from top to bottom; every operator of a level binds to the left. */
const levels: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["==", "!=", "<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "//", "%"],
];
/** A file may not make the reader run out of stack. */
const deepest = 50;

/** Ends a computation; reported where there is something to say, and the value is unknown then. */
export class Wrong extends Error {
  constructor(
    readonly span: Span,
    readonly reason?: Message,
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
  const tokens = [...text.matchAll(/\d+|[A-Za-z_]\w*(?:\.\w+)?|\/\/|[=!<>]=|\S/g)].map(({ 0: word, index }) => ({
    word,
    span: { from: offset + index, to: offset + index + word.length },
  }));
  const end = { word: "", span: { from: offset + text.length - 1, to: offset + text.length } };
  let at = 0;
  let depth = 0;
  const peek = () => tokens[at] ?? end;

  const binary = (level: number): T => {
    const signs = levels[level];
    if (!signs) return unary();
    let left = binary(level + 1);
    for (let { word, span } = peek(); signs.includes(word); { word, span } = peek()) {
      at++;
      left = build.binary(word, left, binary(level + 1), span);
    }
    return left;
  };
  const unary = (): T => {
    const { word, span } = peek();
    if (++depth > deepest) throw new Wrong(span, say`this expression is nested too deep`);
    at++;
    const value = operand(word, span);
    depth--;
    return value;
  };
  const operand = (word: string, span: Span): T => {
    if (word === "-") return build.unary("-", unary());
    // Binds looser than comparisons, as in Python.
    if (word === "not") return build.unary("not", binary(2));
    if (/^\d+$/.test(word)) return build.number(Number(word));
    if (word === "(") {
      const inside = binary(0);
      expect(")");
      return inside;
    }
    if (/^[A-Za-z_]/.test(word)) return build.word(word, span);
    throw new Wrong(span, word ? say`${word} is not expected here` : say`something is missing here`);
  };
  const expect = (word: string): void => {
    const found = peek();
    if (found.word !== word)
      throw new Wrong(found.span, found.word ? say`expected ${word}, not ${found.word}` : say`expected ${word}`);
    at++;
  };

  const result = binary(0);
  if (at < tokens.length) throw new Wrong(peek().span, say`${peek().word} is not expected here`);
  return result;
}
