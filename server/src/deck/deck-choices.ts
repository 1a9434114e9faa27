import type { Span } from "../core/span";
import { deckKeys, fields, isField } from "./fields";

/** What can be written at a place of a deck, and the words that it takes the place of. */
export interface DeckChoices {
  readonly span: Span;
  readonly kind: "deck-key" | "card-key" | "operator" | "rule" | "goal";
  /** Keys that are left. */
  readonly keys: readonly string[];
}

const listFields = { operators: "operator", rules: "rule" } as const;

/** By the lines alone, since the text is being written. */
export function deckChoices(text: string, offset: number): DeckChoices | undefined {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const line = lines.at(-1)!;
  const [word] = /[\w-]*$/.exec(line)!;
  const span = { from: offset - word.length, to: offset + /^[\w-]*/.exec(text.slice(offset))![0].length };
  const before = line.slice(0, line.length - word.length);
  if (/^\s*(?:-\s+)?goal:\s+["']?$/.test(before)) return { span, kind: "goal", keys: [] };
  const inline = /^\s*(?:-\s+)?(operators|rules):\s*\[[^\]#]*$/.exec(before)?.[1];
  if (inline === "operators" || inline === "rules") return { span, kind: listFields[inline], keys: [] };
  if (!/^\s*(?:-\s+)?$/.test(before)) return undefined;
  const indent = before.length;
  const list = before.includes("-") ? listAbove(lines, before.indexOf("-")) : undefined;
  if (list !== undefined) return { span, kind: listFields[list], keys: [] };
  if (indent === 0) {
    const written = text.split(/\r\n|\r|\n/);
    return {
      span,
      kind: "deck-key",
      keys: deckKeys.filter((key) => !written.some((one) => one.startsWith(`${key}:`))),
    };
  }
  // Text of several lines below a field is set in further than the fields.
  const card = cardAround(text, lines.length - 1);
  if (!card || card.indent !== indent) return undefined;
  return { span, kind: "card-key", keys: Object.keys(fields).filter((key) => !card.keys.has(key)) };
}

/** The field whose list an item belongs to. */
function listAbove(lines: readonly string[], indent: number): "operators" | "rules" | undefined {
  for (let i = lines.length - 2; i >= 0; i--) {
    const line = lines[i]!;
    if (/^\s*- /.test(line) && line.indexOf("-") === indent) {
      if (/^\s*-\s+\w+:/.test(line)) return undefined;
      continue;
    }
    const field = /^\s*(?:-\s+)?(operators|rules):\s*$/.exec(line)?.[1];
    return field as "operators" | "rules" | undefined;
  }
  return undefined;
}

/** The card that a line stands in: where its fields begin, and which it has. */
function cardAround(text: string, line: number) {
  const lines = text.split(/\r\n|\r|\n/);
  let first = line;
  const begins = (one: string) => /^\s*-\s+(?:\w+:|\w*$)|^\s*-\s*$/.exec(one);
  while (first >= 0 && !(begins(lines[first]!) && (first === line || /^\s*-\s+\w+:/.test(lines[first]!)))) first--;
  if (first < 0) return undefined;
  const indent = /^\s*-\s*/.exec(lines[first]!)![0].length;
  const keys = new Set<string>();
  for (let i = first; i < lines.length; i++) {
    const one = lines[i]!;
    if (i > first && /^\s*-\s/.test(one) && one.search(/\S/) < indent) break;
    const key = /^(\w+):/.exec(one.slice(indent))?.[1];
    if (key !== undefined && (i === first || one.slice(0, indent).trim() === "")) keys.add(key);
  }
  return { indent, keys };
}

export const docOf = (key: string): string | undefined => (isField(key) ? fields[key].doc : undefined);
