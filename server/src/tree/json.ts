import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Message, say } from "../core/message";
import { type Problem, problem } from "../core/problem";
import type { Document } from "./document";
import { entriesFrom } from "./entries";
import { beyondLimits, unreadable } from "./limits";
import { type Entry, missing, type Tree } from "./tree";

/** Parses JSON as far as it can be parsed. Of a cascade of mistakes the first is told. */
export function parseJson(text: string): Document {
  const refused = beyondLimits(text);
  if (refused) return { text, root: undefined, problems: [refused], comments: [] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const first = text.trim() === "" ? undefined : errors[0];
  const broken = unreadable(text) ?? (first && syntaxProblem(text, first));
  const problems: Problem[] = broken ? [broken] : [];
  return { text, root: root && convert(root, problems), problems, comments: [] };
}

function syntaxProblem(text: string, { error, offset, length }: ParseError): Problem {
  const from = Math.min(offset, Math.max(text.trimEnd().length - 1, 0));
  const to = Math.max(from + 1, Math.min(offset + length, text.length));
  return problem("syntax", { from, to }, wordsFor(error, text.slice(from, to)));
}

function wordsFor(error: number, word: string): Message {
  switch (printParseErrorCode(error)) {
    case "PropertyNameExpected":
      return say`a name in double quotes is missing before ${word}`;
    case "ValueExpected":
      return say`a value is missing before ${word}`;
    case "ColonExpected":
      return say`a colon is missing before ${word}`;
    case "CommaExpected":
      return say`a comma is missing before ${word}`;
    case "CloseBraceExpected":
      return say`a { is never closed`;
    case "CloseBracketExpected":
      return say`a [ is never closed`;
    case "EndOfFileExpected":
      return say`the model has ended; ${word} is too much`;
    case "UnexpectedEndOfComment":
      return say`a comment is never closed`;
    case "UnexpectedEndOfString":
      return say`a quote is never closed`;
    case "UnexpectedEndOfNumber":
    case "InvalidNumberFormat":
      return say`${word} is no number`;
    case "InvalidUnicode":
    case "InvalidEscapeCharacter":
      return say`${word} holds a backslash that means nothing`;
    default:
      return say`${word} means nothing here; texts stand in double quotes`;
  }
}

function convert(node: Node, problems: Problem[]): Tree {
  const span = { from: node.offset, to: node.offset + node.length };
  const children = node.children ?? [];
  if (node.type === "array")
    return { kind: "list", items: children.map((child) => convert(child, problems)), span, flow: true };
  if (node.type !== "object")
    return {
      kind: "scalar",
      value: node.value ?? null,
      source: String(node.value),
      plain: node.type !== "string",
      span,
    };
  const entries: Entry[] = [];
  for (const { children: pair = [] } of children) {
    const [key, value] = pair;
    if (!key) continue;
    const keySpan = { from: key.offset + 1, to: Math.max(key.offset + 1, key.offset + key.length - 1) };
    entries.push({ key: String(key.value), keySpan, value: value ? convert(value, problems) : missing(keySpan.to) });
  }
  return { kind: "map", entries: entriesFrom(entries, [], (one) => problems.push(one)), span, flow: true };
}
