import { lineBreakIn, lineStart } from "../core/lines";
import type { Edit } from "../core/problem";
import { type Entry, entriesOf, entryOf, isMissing, type Tree } from "./tree";
import { parseYaml } from "./yaml";

/** An entry that is put into a map: its lines, indented by what stands below the first, and the same between braces. */
export interface Entering {
  readonly lines: readonly string[];
  readonly flow: string;
}

const put = (at: number, text: string): Edit => ({ span: { from: at, to: at }, text });

/** How lines of a text end. */

/** Puts an entry into the map behind a key of the top level, and the key where it is not there yet. The rest of the text stays. */
export function putEntry(text: string, key: string, entering: Entering): Edit | undefined {
  const { root } = parseYaml(text);
  if (root && root.kind !== "map" && !isMissing(root)) return undefined;
  const entry = entryOf(root, key);
  if (entry) return putUnder(text, entry, entering);
  if (root?.kind === "map" && root.flow) return putBetween(text, root, `${key}: { ${entering.flow} }`);
  const end = lineBreakIn(text);
  const before = text === "" || /[\r\n]$/.test(text) ? "" : end;
  return put(text.length, before + [`${key}:`, ...entering.lines].join(`${end}  `) + end);
}

/** Puts an entry into the map that an entry holds, or leaves open. */
export function putUnder(text: string, { keySpan, value }: Entry, { lines, flow }: Entering): Edit | undefined {
  const end = lineBreakIn(text);
  const indent = /^ */.exec(text.slice(lineStart(text, keySpan.from)))![0];
  if (isMissing(value))
    return put(endOfLine(text, keySpan.to), lines.map((line) => `${end}${indent}  ${line}`).join(""));
  if (value.kind !== "map") return undefined;
  const last = entriesOf(value).at(-1);
  if (value.flow || !last) return putBetween(text, value, flow);
  const beside = text.slice(lineStart(text, last.keySpan.from), last.keySpan.from);
  if (!/^ +$/.test(beside)) return undefined;
  const content = text.slice(0, Math.max(last.value.span.to, last.keySpan.to)).trimEnd().length;
  return put(endOfLine(text, content), lines.map((line) => `${end}${beside}${line}`).join(""));
}

/** Before the brace that closes a map. */
function putBetween(text: string, map: Tree, flow: string): Edit | undefined {
  const last = entriesOf(map).at(-1);
  if (!last) return text[map.span.from] === "{" ? put(map.span.from + 1, ` ${flow} `) : undefined;
  const colon = text[last.keySpan.to] === ":" ? 1 : 0;
  return put(isMissing(last.value) ? last.keySpan.to + colon : last.value.span.to, `, ${flow}`);
}

/** Where the line of an offset ends, before what ends it. */
function endOfLine(text: string, from: number): number {
  const length = text.slice(from).search(/[\r\n]/);
  return length < 0 ? text.length : from + length;
}
