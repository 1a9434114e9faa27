import { type Entry, missing, type Tree } from "../tree";
import { plainValue } from "./plain-value";
import { enter, entriesOf, isNext, must, passBlanks, type Reader, readKey, take, toContent } from "./reader";

const keyInFlow = /[A-Za-z0-9_$][\w.$/-]{0,100}(?=: )/y;
/** To the next comma, bracket or blank; an expression may hold blanks. */
const plainInFlow = /\$\([\w.+*/%<>=!() -]*\)|(?:[\w$./+(]|-(?=[\w$.]))[!$%(-+\--9;-Z\\^-z|~]*/y;
const quotedText = /"[^"\\\p{Cc}\ufffd]*"|'[^'\p{Cc}\ufffd]*'(?!')/uy;

/** A value on one line, or in brackets over several. */
export function readValue(reader: Reader, column: number, plain: RegExp): Tree {
  const from = reader.at;
  const { text } = reader;
  const char = text[from];
  if (char === "[") return readFlowList(reader, column);
  if (char === "{") return readFlowMap(reader, column);
  if (take(reader, plain)) {
    const source = text.slice(from, reader.at);
    const value = plainValue(source);
    must(value !== undefined);
    return { kind: "scalar", value: value!, source, plain: true, span: { from, to: reader.at } };
  }
  must(take(reader, quotedText));
  const span = { from, to: reader.at };
  const source = text.slice(from + 1, reader.at - 1);
  reader.quoted.push(span);
  return { kind: "scalar", value: source, source, plain: false, span };
}

/** Between values in brackets: lines must stay further in than the key or dash they belong to. */
function toToken(reader: Reader, column: number): void {
  const { line } = reader;
  const at = toContent(reader);
  must(reader.line === line || at > column);
}

function readFlowList(reader: Reader, column: number): Tree {
  const from = reader.at++;
  enter(reader);
  const items: Tree[] = [];
  for (toToken(reader, column); !isNext(reader, "]"); toToken(reader, column)) {
    items.push(readValue(reader, column, plainInFlow));
    toToken(reader, column);
    if (isNext(reader, "]")) break;
    must(isNext(reader, ","));
    reader.at++;
  }
  reader.depth--;
  return { kind: "list", items, span: { from, to: ++reader.at }, flow: true };
}

function readFlowMap(reader: Reader, column: number): Tree {
  const from = reader.at++;
  enter(reader);
  const entries: Entry[] = [];
  for (toToken(reader, column); !isNext(reader, "}"); toToken(reader, column)) {
    const { name, span } = readKey(reader, keyInFlow);
    reader.at++;
    passBlanks(reader);
    const { at } = reader;
    const value = isNext(reader, ",") || isNext(reader, "}") ? missing(at) : readValue(reader, column, plainInFlow);
    entries.push({ key: name, keySpan: span, value });
    toToken(reader, column);
    if (isNext(reader, "}")) break;
    must(isNext(reader, ","));
    reader.at++;
  }
  reader.depth--;
  return { kind: "map", entries: entriesOf(entries, reader), span: { from, to: ++reader.at }, flow: true };
}
