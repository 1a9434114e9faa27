import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { say, verbatim } from "../core/message";
import { type Problem, problem } from "../core/problem";
import type { Document } from "./document";
import { beyondLimits } from "./limits";
import { type Entry, missing, type Tree } from "./tree";

/** Parses JSON as far as it can be parsed. */
export function parseJson(text: string): Document {
  const refused = beyondLimits(text);
  if (refused) return { text, root: undefined, problems: [refused], comments: [] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const problems: Problem[] = errors.slice(0, 1).map(({ error, offset, length }) => {
    const words = printParseErrorCode(error)
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase();
    return problem("syntax", { from: offset, to: offset + length }, verbatim(words));
  });
  return { text, root: root && convert(root, problems), problems, comments: [] };
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
    if (entries.some((entry) => entry.key === key.value))
      problems.push(problem("duplicate-key", keySpan, say`${String(key.value)} is written twice here`));
    entries.push({ key: String(key.value), keySpan, value: value ? convert(value, problems) : missing(keySpan.to) });
  }
  return { kind: "map", entries, span, flow: true };
}
