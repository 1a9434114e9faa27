import { commentsIn } from "../comments";
import type { Document } from "../document";
import { mostCharacters } from "../limits";
import { type Entry, isMissing, missing, type Tree } from "../tree";
import {
  columnOf,
  enter,
  entriesOf,
  isNext,
  other,
  passBlanks,
  type Reader,
  readKey,
  take,
  toContent,
  toNextLine,
} from "./reader";
import { readValue } from "./value";

const key = /[A-Za-z0-9_$][\w.$/-]{0,100}(?=:(?:[ \r\n]|$))/y;
/** To the end of its line or to a comment: whatever is not `:`, `#`, a bracket or a quote. */
const plainText = /(?:[\w$./+(]|-(?=[\w$.]))(?:[!$-&(-9;-Z\\^-z|~]| +(?=[!$-&(-9;-Z\\^-z|~]))*/y;
const dash = /-(?=[ \r\n]|$)/y;

/**
 * Reads a text that is YAML as nearly every model is written: keys, dashes, brackets, numbers, words and texts in
 * simple quotes, one to a line or in brackets. Of anything else (anchors, tags, texts over several lines, and whatever
 * is broken) it gives nothing, and the parser of the whole language is asked. What it gives is what that would give,
 * ten times as fast; a test holds the two against each other.
 */
export function readStraight(text: string): Document | undefined {
  if (text.length > mostCharacters) return undefined;
  const reader: Reader = { text, at: 0, line: 0, depth: 0, end: 0, quoted: [], problems: [] };
  try {
    const column = toContent(reader);
    if (column < 0) return undefined;
    const root = readBlock(reader, column);
    if (reader.at < text.length) return undefined;
    return { text, root, problems: reader.problems, comments: commentsIn(text, reader.quoted) };
  } catch (error) {
    if (error === other) return undefined;
    throw error;
  }
}

function readBlock(reader: Reader, column: number): Tree {
  enter(reader);
  const tree = isDash(reader) ? readList(reader, column) : readMap(reader, column);
  reader.depth--;
  return tree;
}

/** Lines that begin with a dash in one column. */
function readList(reader: Reader, column: number): Tree {
  const from = reader.at;
  const items: Tree[] = [];
  do {
    const { at } = reader;
    if (!take(reader, dash)) break;
    passBlanks(reader);
    const item = readItem(reader, column);
    items.push(isMissing(item) ? { ...missing(at), span: { from: at, to: at + 1 } } : item);
  } while (goesOn(reader, column));
  return { kind: "list", items, span: { from, to: reader.end }, flow: false };
}

function readItem(reader: Reader, column: number): Tree {
  if (isLineEnd(reader)) return readBelow(reader, column);
  key.lastIndex = reader.at;
  if (isDash(reader) || key.test(reader.text)) return readBlock(reader, columnOf(reader));
  return readInline(reader, column);
}

/** Lines that begin with a key in one column. */
function readMap(reader: Reader, column: number): Tree {
  const from = reader.at;
  const entries: Entry[] = [];
  do {
    const { name, span } = readKey(reader, key);
    reader.at++;
    passBlanks(reader);
    const value = isLineEnd(reader) ? readBelow(reader, column, true) : readInline(reader, column);
    entries.push({ key: name, keySpan: span, value });
  } while (goesOn(reader, column));
  return { kind: "map", entries: entriesOf(entries, reader), span: { from, to: reader.end }, flow: false };
}

/** Whether the block has another line. What stands further in belongs to nothing, and stays unread. */
const goesOn = (reader: Reader, column: number): boolean => toContent(reader) === column;

const isDash = (reader: Reader): boolean => {
  dash.lastIndex = reader.at;
  return dash.test(reader.text);
};

function isLineEnd({ text, at }: Reader): boolean {
  const char = text[at];
  return char === undefined || char === "\n" || char === "\r" || char === "#";
}

/** What stands in the lines below, if they are further in; the dashes of a key may stand right under it. */
function readBelow(reader: Reader, column: number, keyed = false): Tree {
  const { at } = reader;
  const next = toContent(reader);
  if (next > column) {
    if (isNext(reader, "[") || isNext(reader, "{")) return readInline(reader, column);
    return readBlock(reader, next);
  }
  if (keyed && next === column && isDash(reader)) return readBlock(reader, next);
  reader.end = at;
  return missing(at);
}

/** A value on the line of its key or dash. */
function readInline(reader: Reader, column: number): Tree {
  const value = readValue(reader, column, plainText);
  reader.end = reader.at;
  passBlanks(reader);
  toNextLine(reader);
  return value;
}
