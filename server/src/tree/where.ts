import { lineStart } from "../core/lines";
import { readLine } from "./slips/lines";
import { begin, type State } from "./slips/state";

/** Keys of maps and positions in lists, from the top of a text inwards. */
export type Path = readonly (string | number)[];

/** What a person is writing at some place of a text that is YAML, or JSON, or will be. */
export interface Where {
  readonly path: Path;
  /** A key of the map at the path, an item (or its first key) of the list there, or the value at the path. */
  readonly at: "key" | "item" | "value";
  /** What is written of it so far. */
  readonly typed: string;
  readonly flow: boolean;
  /** Inside of quotes. */
  readonly quoted: boolean;
}

/**
 * Tells by the lines above and the brackets that are open where one is, without a parser, and so while the
 * text is broken. Nothing inside a comment.
 */
export function whereIn(text: string, offset: number): Where | undefined {
  const start = lineStart(text, offset);
  const state = begin(text.slice(0, offset));
  const breaks = /\r\n|\r|\n/g;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < start; at = breaks.lastIndex) {
    breaks.lastIndex = at;
    readLine(state, at, breaks.exec(text)!.index);
  }
  const inside = state.open.length > 0 || state.quote !== undefined;
  const levels = inside ? [] : state.levels.map((level) => ({ ...level }));
  const before = text.slice(start, offset);
  if (!state.quote && /(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ""))) return undefined;
  readLine(state, start, offset);
  if (state.open.length || state.quote) return inFlow(state, offset);
  return state.block === undefined ? inBlock(before, levels) : undefined;
}

function inFlow({ text, levels, open, quote }: State, offset: number): Where {
  const path: (string | number)[] = levels.map(stepOf);
  const inner = open.at(-1);
  for (const { bracket, keyed, key = "", commas } of open)
    if (bracket === "[") path.push(commas);
    else if (keyed) path.push(key);
  const typed = text.slice(quote ? quote.at + 1 : (inner?.since ?? offset), offset).trimStart();
  const at = inner && (inner.bracket === "[" ? "item" : inner.keyed ? "value" : "key");
  return { path, at: at ?? "value", typed, flow: true, quoted: quote !== undefined };
}

function inBlock(before: string, levels: State["levels"]): Where {
  const [, blanks = "", dashes = "", rest = ""] = /^([ \t]*)((?:-[ \t]+)*)(.*)$/s.exec(before) ?? [];
  const column = blanks.length;
  const listed = dashes !== "";
  const outer = levels.filter((level) => level.column < column || (listed && level.column === column && !level.dash));
  const path: (string | number)[] = outer.map(stepOf);
  if (listed) {
    const list = levels.find((level) => level.dash && level.column === column);
    path.push(list ? list.index + 1 : 0, ...[...dashes.matchAll(/-/g)].slice(1).map(() => 0));
  }
  const [, key, value] = /^["']?([\w.$<][\w.$<-]*)["']?[ \t]*:(?:[ \t]+(.*))?$/s.exec(rest) ?? [];
  const common = { flow: false, quoted: false };
  if (key === undefined) return { path, at: listed ? "item" : "key", typed: rest, ...common };
  return { path: [...path, key], at: "value", typed: value ?? "", ...common };
}

const stepOf = ({ dash, index, key = "" }: State["levels"][number]): string | number => (dash ? index : key);
