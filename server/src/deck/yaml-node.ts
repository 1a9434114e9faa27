import { isNode, isScalar, type Node, type YAMLMap } from "yaml";
import { type Message, say } from "../core/message";
import type { Span } from "../core/span";
import type { Tell } from "./reporter";

/** The end of the value, not of the blanks behind it. */
export function spanOf(node: unknown): Span {
  const range = isNode(node) ? node.range : undefined;
  return range ? { from: range[0], to: range[1] } : { from: 0, to: 0 };
}

/** Where a value is written, or the key where nothing is. */
export function placeOf(value: Node | null, key: Span): Span {
  const span = spanOf(value);
  return span.from === span.to ? key : span;
}

export interface Key {
  readonly key: string;
  readonly span: Span;
  /** Null where nothing is written. */
  readonly value: Node | null;
}

/** The keys of a map, each once; what else stands where a key should is reported. */
export function keysOf(map: YAMLMap, ofWords: Message, tell: Tell): readonly Key[] {
  const found = new Map<string, Key>();
  for (const { key, value } of map.items) {
    const span = spanOf(key);
    if (!isScalar(key) || typeof key.value !== "string") tell(span, ofWords);
    else if (found.has(key.value)) tell(span, say`${key.value} is written twice`);
    else found.set(key.value, { key: key.value, span, value: isNode(value) ? value : null });
  }
  return [...found.values()];
}
