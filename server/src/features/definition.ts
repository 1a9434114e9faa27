import type { LocationLink } from "vscode-languageserver-types";
import type { Row } from "../core/graph";
import { contains, type Span } from "../core/span";
import { parametersIn } from "./parameters";
import { sourceOf } from "./readers";
import { rangeOf, type Snapshot } from "./snapshot";
import { callerOf, isCall, ownSteps, type Use, usesAt } from "./use";

interface Found {
  readonly origin: Span;
  /** All of what is found, and the words in it that a reader should land on. */
  readonly target: Span;
  readonly words: Span;
}

/** Where the layer, the block or the parameter under the cursor is written. */
export function definition(snapshot: Snapshot, uri: string, offset: number): LocationLink[] {
  const uses = usesAt(snapshot.analysis.models, offset);
  const found = uses.flatMap(
    (use) => layerAt(use, offset) ?? blockAt(use, snapshot, offset) ?? parameterAt(use, snapshot, offset) ?? [],
  );
  const places = new Map(found.map((one) => [`${one.words.from} ${one.words.to}`, one]));
  return [...places.values()].map(({ origin, target, words }) => ({
    originSelectionRange: rangeOf(snapshot.lines, origin),
    targetUri: uri,
    targetRange: rangeOf(snapshot.lines, target),
    targetSelectionRange: rangeOf(snapshot.lines, words),
  }));
}

function layerAt(use: Use, offset: number): Found | undefined {
  const edge = use.row.inputs.find(({ span }) => span && contains(span, offset));
  const source = edge && sourceOf(edge, use);
  if (!source?.words) return undefined;
  return { origin: edge!.span!, target: source.row?.span ?? source.words, words: source.words };
}

function blockAt({ row }: Use, { text }: Snapshot, offset: number): Found | undefined {
  if (!contains(row.opSpan, offset) || !isCall(row)) return undefined;
  const words = keyOf(row, text);
  return words && { origin: row.opSpan, target: words, words };
}

function parameterAt(use: Use, { text }: Snapshot, offset: number): Found | undefined {
  const caller = callerOf(use.row);
  const values = ownSteps(use).flatMap(({ node }) => node.args.map(({ value }) => value.span));
  const origin = [use.row.span, ...values]
    .flatMap((span) => parametersIn(text, span))
    .find((span) => contains(span, offset));
  const block = origin && caller && keyOf(caller, text);
  if (!block) return undefined;
  const words = key(text.slice(origin.from, origin.to), text, block.to, text.length);
  return words && { origin, target: words, words };
}

/** The name of a block stands as a key above its first row. */
function keyOf(call: Row, text: string): Span | undefined {
  const first = firstInside(call);
  const keys = first === undefined ? [] : [...text.slice(0, first).matchAll(keyNamed(call.op))];
  const last = keys.at(-1);
  return last && spanOfKey(last, 0, call.op);
}

function firstInside({ rows, opSpan }: Row): number | undefined {
  const [first] = rows;
  return first && (first.opSpan.from === opSpan.from ? firstInside(first) : first.span.from);
}

function key(name: string, text: string, from: number, to: number): Span | undefined {
  const [first] = text.slice(from, to).matchAll(keyNamed(name));
  return first && spanOfKey(first, from, name);
}

const keyNamed = (name: string): RegExp =>
  new RegExp(`(?<![\\w$.-])["']?${name.replace(/\W/g, "\\$&")}["']?\\s*:`, "g");

function spanOfKey(match: RegExpMatchArray, start: number, name: string): Span {
  const from = start + match.index! + match[0].indexOf(name);
  return { from, to: from + name.length };
}
