import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from "yaml";
import { say } from "../core/message";
import { didYouMean, nearest } from "../core/nearest";
import { changeTo, type Problem, problem } from "../core/problem";
import type { Span } from "../core/span";
import { commentsIn } from "./comments";
import type { Document } from "./document";
import { entriesFrom, type Merged } from "./entries";
import { beyondLimits, unreadable } from "./limits";
import { type Repaired, repair } from "./repair";
import { lookAlikes } from "./slips/characters";
import { editsOf, slipsIn } from "./slips/lines";
import { readStraight } from "./straight/read";
import { secondDocument, syntaxProblem } from "./syntax";
import { type Entry, missing, type Tree } from "./tree";

/** How much aliases may multiply a text: a bomb of ten lines stands for billions of nodes. */
const mostFromAliases = 100_000;

interface Reader {
  readonly text: string;
  /** From a place in the repaired text to the place in the text as written. */
  readonly back: (offset: number) => number;
  readonly anchors: Map<string, { readonly tree: Tree; readonly size: number } | "open">;
  readonly problems: Problem[];
  readonly quoted: Span[];
  size: number;
  fromAliases: number;
}

/**
 * Parses YAML, of which JSON is a part. What people mistype most is put right before the parser sees it,
 * so that the rest of the text keeps its meaning; of what is still broken, the first problem is told.
 */
export const parseYaml = (text: string): Document => readStraight(text) ?? parseAny(text);

/** Asks the parser of the whole language. */
export function parseAny(text: string): Document {
  const refused = beyondLimits(text);
  if (refused) return { text, root: undefined, problems: [refused], comments: [] };
  const { slips, repaired } = putRight(text);
  const doc = parseDocument(repaired.text, {
    keepSourceTokens: false,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  const { back } = repaired;
  const reader: Reader = { text, back, anchors: new Map(), problems: [], quoted: [], size: 0, fromAliases: 0 };
  const root = doc.contents ? convert(doc.contents as Node, reader) : undefined;
  // What looks like a slip inside a quoted text is none.
  const told = slips.filter(
    ({ span }) => !reader.quoted.some((quote) => quote.from < span.from && span.to <= quote.to),
  );
  const broken = unreadable(text) ?? syntaxProblem(text, doc.errors, back, told);
  const second = secondDocument(text, doc.errors, back);
  const problems = [...told, ...[broken, second].filter((one) => one !== undefined), ...reader.problems];
  return { text, root, problems, comments: commentsIn(text, reader.quoted) };
}

function putRight(text: string): { readonly slips: readonly Problem[]; readonly repaired: Repaired } {
  const broken = text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
  const characters = lookAlikes(broken);
  const first = repair(broken, editsOf(characters));
  const lines = slipsIn(first.text);
  if (!characters.length) return { slips: lines, repaired: repair(first.text, editsOf(lines)) };
  const second = repair(first.text, editsOf(lines));
  const back = (offset: number): number => first.back(second.back(offset));
  const shift = ({ from, to }: Span): Span => ({ from: first.back(from), to: first.back(to) });
  const moved = lines.map((slip) => ({
    ...slip,
    span: shift(slip.span),
    fixes: slip.fixes!.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span) })),
    })),
  }));
  return { slips: [...characters, ...moved], repaired: { text: second.text, back } };
}

/** The end of the value, not of the blanks and comments behind it. */
const spanOf = (node: Node, { back }: Reader): Span => ({ from: back(node.range![0]), to: back(endOf(node)) });

function endOf(node: Node): number {
  if (isScalar(node) || isAlias(node) || (node as { flow?: boolean }).flow) return node.range![1];
  const last = (isSeq(node) || isMap(node) ? node.items : []).at(-1);
  const end = isPair(last) ? (last.value ?? last.key) : last;
  return isNode(end) ? endOf(end) : node.range![1];
}

function convert(node: Node, reader: Reader): Tree {
  const before = reader.size++;
  const anchor = isAlias(node) ? undefined : node.anchor;
  if (anchor !== undefined) reader.anchors.set(anchor, "open");
  const tree = convertNew(node, reader);
  if (anchor !== undefined) reader.anchors.set(anchor, { tree, size: reader.size - before });
  return tree;
}

function convertNew(node: Node, reader: Reader): Tree {
  if (isScalar(node)) return scalar(node, reader);
  if (isAlias(node)) return follow(node, reader);
  const span = spanOf(node, reader);
  const flow = (node as { flow?: boolean }).flow === true;
  if (isSeq(node)) {
    const items = node.items.map((item) =>
      isPair(item) ? single(item as Pair, reader) : item ? convert(item as Node, reader) : missing(span.from),
    );
    return { kind: "list", items: flow ? items : items.map((item) => withDash(item, reader)), span, flow };
  }
  if (!isMap(node)) return missing(span.from);
  return { kind: "map", entries: entriesOf(node.items as Pair[], reader), span, flow };
}

/** An item that is missing altogether is found at its dash. */
function withDash(item: Tree, { text }: Reader): Tree {
  if (item.kind !== "scalar" || item.span.from < item.span.to || item.source !== "") return item;
  const dash = text.lastIndexOf("-", item.span.from);
  return dash < 0 ? item : { ...item, span: { from: dash, to: dash + 1 } };
}

/** `[a: 1]`, a map of one pair inside a list. */
function single(pair: Pair, reader: Reader): Tree {
  const entries = entriesOf([pair], reader);
  const first = entries[0];
  return first
    ? { kind: "map", entries, span: { from: first.keySpan.from, to: first.value.span.to }, flow: true }
    : missing(0);
}

function entriesOf(pairs: readonly Pair[], reader: Reader): readonly Entry[] {
  const read: Entry[] = [];
  const merged: Merged[] = [];
  for (const { key, value } of pairs) {
    const keyNode = key as Node | null;
    if (!keyNode) continue;
    const keySpan = spanOf(keyNode, reader);
    const name = isScalar(keyNode) ? keyText(keyNode) : reader.text.slice(keySpan.from, keySpan.to);
    const tree = value ? convert(value as Node, reader) : missing(keySpan.to);
    if (name === "<<" && isScalar(keyNode) && keyNode.type === "PLAIN") merged.push({ behind: read.length, tree });
    else read.push({ key: name, keySpan, value: tree });
  }
  return entriesFrom(read, merged, (problem) => reader.problems.push(problem));
}

const keyText = (key: Scalar): string => (key.type === "PLAIN" ? (key.source ?? String(key.value)) : String(key.value));

function scalar(node: Scalar, reader: Reader): Tree {
  const plain = node.type === "PLAIN" || node.type === undefined;
  const span = spanOf(node, reader);
  if (!plain) reader.quoted.push(span);
  const { value } = node;
  const kept = typeof value === "number" || typeof value === "boolean" || value === null ? value : String(value);
  return { kind: "scalar", value: kept, source: node.source ?? "", plain, span };
}

function follow(node: Alias, reader: Reader): Tree {
  const { anchors, problems } = reader;
  const target = anchors.get(node.source);
  const span = spanOf(node, reader);
  if (!target || target === "open") {
    const name = { from: span.from + 1, to: span.to };
    const near = nearest(node.source, [...anchors.keys()].slice(-100));
    problems.push(
      target
        ? problem("syntax", span, say`${`*${node.source}`} stands inside what it repeats`)
        : problem(
            "syntax",
            span,
            say`no anchor above is called ${`&${node.source}`}${didYouMean(near)}`,
            changeTo(near, name),
          ),
    );
    return missing(span.from);
  }
  reader.size += target.size;
  reader.fromAliases += target.size;
  if (reader.fromAliases <= mostFromAliases) return target.tree;
  if (reader.fromAliases - target.size <= mostFromAliases)
    problems.push(problem("too-large", span, say`aliases multiply this text beyond ${mostFromAliases} values`));
  return missing(span.from);
}
