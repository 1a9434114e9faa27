import { createScanner } from "jsonc-parser";
import { CST, Lexer } from "yaml";
import type { Span } from "../core/span";

/** What a piece of a text is, whatever the language: `mark` stands for what is neither a value nor a bracket. */
export type TokenKind =
  | "blank"
  | "break"
  | "comment"
  | "open"
  | "close"
  | "comma"
  | "colon"
  | "mark"
  | "word"
  | "lines";

export interface Token extends Span {
  readonly kind: TokenKind;
}

/** Every piece of a text that can be read, one after another. */
export const tokensOf = (text: string, json: boolean): readonly Token[] =>
  json ? tokensOfJson(text) : tokensOfYaml(text);

const yamlKinds: { readonly [type: string]: TokenKind } = {
  space: "blank",
  newline: "break",
  comment: "comment",
  "flow-map-start": "open",
  "flow-seq-start": "open",
  "flow-map-end": "close",
  "flow-seq-end": "close",
  comma: "comma",
  "map-value-ind": "colon",
  "single-quoted-scalar": "word",
  "double-quoted-scalar": "word",
  alias: "word",
};

function tokensOfYaml(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let [isPlain, hasHeader] = [false, false];
  // A lone return ends a line for us, and is a character to the lexer.
  for (const source of new Lexer().lex(text.replace(/\r(?!\n)/g, "\n"))) {
    const type = isPlain ? "word" : CST.tokenType(source);
    if (type === "scalar") isPlain = true;
    if (type === "scalar" || type === "doc-mode" || type === "flow-error-end" || !source) continue;
    const kind = isPlain ? (hasHeader ? "lines" : "word") : (yamlKinds[type ?? ""] ?? "mark");
    if (isPlain) hasHeader = false;
    else hasHeader ||= type === "block-scalar-header";
    isPlain = false;
    tokens.push({ kind, from: at, to: at + source.length });
    at += source.length;
  }
  return tokens;
}

const jsonKinds: { readonly [first: string]: TokenKind } = {
  "{": "open",
  "[": "open",
  "}": "close",
  "]": "close",
  ",": "comma",
  ":": "colon",
  "//": "comment",
  "/*": "mark",
  "\r": "break",
  "\n": "break",
  " ": "blank",
  "\t": "blank",
};

function tokensOfJson(text: string): readonly Token[] {
  const scanner = createScanner(text, false);
  const tokens: Token[] = [];
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const from = scanner.getTokenOffset();
    const first = text[from] === "/" ? text.slice(from, from + 2) : text[from]!;
    tokens.push({ kind: jsonKinds[first] ?? "word", from, to: scanner.getPosition() });
  }
  return tokens;
}
