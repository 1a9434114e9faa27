import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLError,
} from "yaml";
import { say } from "../core/message";
import { type Problem, problem } from "../core/problem";
import type { Span } from "../core/span";
import { commentsIn } from "./comments";
import type { Document } from "./document";
import { beyondLimits } from "./limits";
import { firstOf } from "./syntax";
import { type Entry, missing, type Tree } from "./tree";

/** How much aliases may multiply a text: a bomb of ten lines stands for billions of nodes. */
const mostFromAliases = 100_000;

interface Reader {
  readonly text: string;
  readonly anchors: Map<string, { readonly tree: Tree; readonly size: number }>;
  readonly problems: Problem[];
  readonly quoted: Span[];
  size: number;
  fromAliases: number;
}

/** Parses YAML, of which JSON is a part. Broken text gives a smaller tree and one problem, the first. */
export function parseYaml(text: string): Document {
  const refused = beyondLimits(text);
  if (refused) return { text, root: undefined, problems: [refused], comments: [] };
  // A lone CR ends a line too, which the parser does not know; what stands in its place is as long.
  const doc = parseDocument(text.replace(/\r(?!\n)/g, "\n"), {
    keepSourceTokens: false,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  const reader: Reader = { text, anchors: new Map(), problems: [], quoted: [], size: 0, fromAliases: 0 };
  const root = doc.contents ? convert(doc.contents as Node, reader) : undefined;
  const problems = [...firstOf(text, doc.errors as readonly YAMLError[]), ...reader.problems];
  return { text, root, problems, comments: commentsIn(text, reader.quoted) };
}

/** The end of the value, not of the blanks behind it. */
const spanOf = (node: Node): Span => ({ from: node.range![0], to: node.range![1] });

function convert(node: Node, reader: Reader): Tree {
  const before = reader.size++;
  const tree = convertNew(node, reader);
  if (!isAlias(node) && node.anchor !== undefined)
    reader.anchors.set(node.anchor, { tree, size: reader.size - before });
  return tree;
}

function convertNew(node: Node, reader: Reader): Tree {
  if (isScalar(node)) return scalar(node, reader);
  if (isAlias(node)) return follow(node, reader);
  const span = spanOf(node);
  const flow = (node as { flow?: boolean }).flow === true;
  if (isSeq(node)) {
    const items = node.items.map((item) =>
      isPair(item) ? single(item, reader) : item ? convert(item as Node, reader) : missing(span.from),
    );
    return { kind: "list", items, span, flow };
  }
  if (!isMap(node)) return missing(span.from);
  const entries: Entry[] = [];
  for (const pair of node.items) read(pair as Pair, entries, reader);
  return { kind: "map", entries, span, flow };
}

type Pair = { readonly key: unknown; readonly value: unknown };

/** `[a: 1]`, a map of one pair inside a list. */
function single(pair: unknown, reader: Reader): Tree {
  const entries: Entry[] = [];
  read(pair as Pair, entries, reader);
  const first = entries[0];
  return first
    ? { kind: "map", entries, span: { from: first.keySpan.from, to: first.value.span.to }, flow: true }
    : missing(0);
}

function read({ key, value }: Pair, entries: Entry[], reader: Reader): void {
  const keyNode = key as Node | null;
  if (!keyNode) return;
  const keySpan = spanOf(keyNode);
  const name = isScalar(keyNode) ? keyText(keyNode) : reader.text.slice(keySpan.from, keySpan.to);
  const tree = value ? convert(value as Node, reader) : missing(keySpan.to);
  if (name === "<<" && isScalar(keyNode) && keyNode.type === "PLAIN") return merge(tree, entries);
  if (entries.some((entry) => entry.key === name && entry.keySpan.from !== keySpan.from))
    reader.problems.push(problem("duplicate-key", keySpan, say`${name} is written twice here`));
  entries.push({ key: name, keySpan, value: tree });
}

/** Keys written beside `<<` win over those merged in. */
function merge(tree: Tree, entries: Entry[]): void {
  for (const map of tree.kind === "list" ? tree.items : [tree])
    if (map.kind === "map")
      for (const entry of map.entries) if (!entries.some(({ key }) => key === entry.key)) entries.push(entry);
}

const keyText = (key: Scalar): string => (key.type === "PLAIN" ? (key.source ?? String(key.value)) : String(key.value));

function scalar(node: Scalar, reader: Reader): Tree {
  const plain = node.type === "PLAIN" || node.type === undefined;
  const span = spanOf(node);
  if (!plain) reader.quoted.push(span);
  const { value } = node;
  const kept = typeof value === "number" || typeof value === "boolean" || value === null ? value : String(value);
  return { kind: "scalar", value: kept, source: node.source ?? "", plain, span };
}

function follow(node: Alias, reader: Reader): Tree {
  const target = reader.anchors.get(node.source);
  const span = spanOf(node);
  if (!target) return missing(span.from);
  reader.size += target.size;
  reader.fromAliases += target.size;
  if (reader.fromAliases <= mostFromAliases) return target.tree;
  if (reader.fromAliases - target.size <= mostFromAliases)
    reader.problems.push(problem("too-large", span, say`aliases multiply this text beyond ${mostFromAliases} values`));
  return missing(span.from);
}
