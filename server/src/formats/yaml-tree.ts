import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type Node as Yaml } from "yaml";
import type { Comment } from "../core/graph";
import { error, type Problem } from "../core/problem";
import type { Span } from "../core/span";
import type { Value } from "../core/value";

export type { Yaml };

/** The end of the value, not of the blanks behind it. */
export const spanOf = (node: Yaml): Span => ({ from: node.range![0], to: node.range![1] });

/** A file as a tree of YAML, of which JSON is a part. Aliases and merges are already followed. */
export interface Tree {
  readonly root: Yaml | null;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}

export function parse(text: string): Tree {
  const doc = parseDocument(text, { merge: true, keepSourceTokens: false });
  return { root: doc.contents as Yaml | null, problems: syntaxProblems(doc), comments: comments(text) };
}

/** A literal with its place. Formats whose scalars mean something else bring their own reading of them. */
export function valueOf(
  node: Yaml | null | undefined,
  at: Span,
  scalar: (node: Scalar) => unknown = (s) => s.value,
): Value {
  if (!node) return { kind: "null", span: at };
  const span = spanOf(node);
  if (isSeq(node)) return { kind: "list", items: node.items.map((item) => valueOf(item as Yaml, span, scalar)), span };
  if (!isScalar(node)) return { kind: "opaque", text: String(node), span };
  return literal(scalar(node), span);
}

export function literal(value: unknown, span: Span): Value {
  if (typeof value === "number") return { kind: "number", value, span };
  if (typeof value === "boolean") return { kind: "bool", value, span };
  if (value === null || value === undefined) return { kind: "null", span };
  return { kind: "text", value: String(value), span };
}

export type Entry = { readonly key: string; readonly keySpan: Span; readonly node: Yaml | null };

export const entries = (node: unknown): readonly Entry[] =>
  !isMap(node)
    ? []
    : (node.items as Pair<Yaml, Yaml | null>[])
        .filter((pair) => isScalar(pair.key))
        .map((pair) => ({ key: String((pair.key as Scalar).value), keySpan: spanOf(pair.key), node: pair.value }));

export const items = (node: unknown): readonly Yaml[] =>
  isSeq(node) ? (node.items as (Yaml | null)[]).filter((item) => item !== null) : [];

export const entry = (node: unknown, key: string): Entry | undefined => entries(node).find((e) => e.key === key);
export const get = (node: unknown, key: string): Yaml | null | undefined => entry(node, key)?.node;

/** The text of a plain or quoted scalar. */
export const textOf = (node: unknown): string | undefined => (isScalar(node) ? String(node.value) : undefined);

const syntaxProblems = (doc: Document): readonly Problem[] =>
  doc.errors.map(({ message, pos: [from, to] }) =>
    error("syntax", { from, to }, message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "")),
  );

/** A comment is searched for by its look alone: inside a quoted text one would have to say `# convlint-…` to matter. */
function comments(text: string): Comment[] {
  return [...text.matchAll(/^(.*?)(#\s*convlint-.*)$/gm)].map(({ 0: whole, 1: before, 2: comment, index }) => {
    const from = index + before!.length,
      to = index + whole.length;
    const below = text.indexOf("\n", to + 1);
    const alone = before!.trim() === "";
    return {
      text: comment!,
      span: { from, to },
      line: alone ? { from: to, to: below < 0 ? text.length : below } : { from: index, to },
    };
  });
}
