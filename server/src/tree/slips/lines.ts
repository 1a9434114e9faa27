import { say } from "../../core/message";
import type { Edit, Problem } from "../../core/problem";
import type { Span } from "../../core/span";
import { bareAt, endBare } from "./bare";
import { closeAll, readFlow, skipBlanks } from "./flow";
import { type Indent, indentOf, place, withoutTabs } from "./indent";
import { matches, missingSpace } from "./notes";
import { begin, note, problemsOf, push, type State } from "./state";

/** A list item or a key, which no line inside brackets or quotes begins with. */
const blockStart = /-(?=[ \t\r\n]|$)|[A-Za-z_$][\w.]*[ \t]*:(?=[ \t\r\n]|$)/y;
const key =
  /(?:[^\s#&*!|>%@`"'[\]{},?:-](?:[^\n\r#:]|:(?=\S)|(?<=\S)#)*|"[^"\n\r]*"[ \t]*|'[^'\n\r]*'[ \t]*):(?=[ \t\r\n]|$)/y;
const braced = /([A-Za-z_$][\w.]*)[ \t]*(?=\{)/y;
const bracketed = /([A-Za-z_$][\w.]*)[ \t]+(?=\[)/y;
const unspaced = /[A-Za-z_$][\w.]*:(?=[^\s:/\\])/y;
const properties = /(?:[&!][^\s,[\]{}]*[ \t]*)+/y;
const blockText = /[|>][\d+-]*[ \t]*(?:[ \t]#|\r|\n|$)/y;

/** Whoever makes more of them at once has not written a model. */
const most = 100;

/**
 * What people mistype in YAML, found line by line: slips that the parser accepts in silence, and those
 * that make it misread everything below. The first fix of each is what the author can only have meant.
 */
export function slipsIn(text: string): readonly Problem[] {
  const state = begin(text);
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length && state.drafts.length < most) {
    const feed = text.indexOf("\n", at);
    const next = feed < 0 ? text.length : feed;
    readLine(state, at, text[next - 1] === "\r" ? next - 1 : next);
    at = next + 1;
  }
  if (state.base >= 0 && state.drafts.length < most) closeAll(state);
  endBare(state, undefined);
  return problemsOf(state);
}

/** What puts the text right. */
export const editsOf = (slips: readonly Problem[]): readonly Edit[] => slips.flatMap(({ fixes }) => fixes![0]!.edits);

/** Reads one line; what is known behind it stands in the state. */
export function readLine(state: State, from: number, to: number): void {
  const { text } = state;
  const first = skipBlanks(text, from, to);
  if (first === to) return;
  if (state.block !== undefined) {
    if (first - from > state.block) return;
    state.block = undefined;
  }
  if (state.open.length || state.quote) {
    if (first - from > state.base || !matches(blockStart, text, first)) {
      const end = readFlow(state, first, to);
      if (end < to) afterFlow(state, end, to);
      return;
    }
    closeAll(state);
  }
  const char = text[first];
  if (char === "#") return;
  if (char === "%" || char === "?" || char === ":" || /^(?:---|\.\.\.)(?=\s|$)/.test(text.slice(from, from + 4))) {
    Object.assign(state, { levels: [], bare: undefined, complete: false, moved: undefined });
    return;
  }
  readBlock(state, indentOf(state, from, first), to);
}

/** A line that begins with dashes, a key or a text. */
function readBlock(state: State, indent: Indent, to: number): void {
  const { text } = state;
  let body = indent.first;
  const dashes: number[] = [];
  while (text[body] === "-" && (body + 1 === to || /[ \t]/.test(text[body + 1]!))) {
    dashes.push(body);
    const gap = body + 1;
    body = skipBlanks(text, gap, to);
    if (body < to) withoutTabs(state, gap, body);
  }
  const dashed = dashes.length > 0;
  const found = body < to ? keyAt(state, body, dashed, to) : undefined;
  endBare(state, { dashed, key: found !== undefined, column: indent.column });
  if (!dashed && !found) return readText(state, indent, to);

  const end = found?.span.to ?? (body < to ? contentEnd(text, body, to) : indent.first + 1);
  const moved = place(state, indent, dashed, { from: body < to ? body : indent.first, to: end }) - indent.first;
  for (const dash of dashes) push(state, dash + moved, true);
  if (found) push(state, body + moved, false, text.slice(found.span.from, found.span.to));
  const owner = found ? body : dashes.at(-1)!;
  state.base = owner - indent.from;
  state.key = found?.span;
  state.bare = undefined;
  state.complete = false;
  if (body === to) return;
  state.end = found ? found.behind : body;
  const complete = readValue(state, state.end, to, state.base);
  if (found) state.complete = complete;
  else state.bare = bareAt(state, body, body + moved, dashes.at(-1)! + moved);
}

/** A line of text: more of the text above it, a key that lacks its colon, or all there is. */
function readText(state: State, { first, column }: Indent, to: number): void {
  state.bare = bareAt(state, first, column);
  if (!state.levels.length && !state.bare) {
    state.base = -1;
    readValue(state, first, to, -1);
  } else state.end = contentEnd(state.text, first, to);
}

interface Key {
  readonly span: Span;
  /** Where its value can begin. */
  readonly behind: number;
}

function keyAt(state: State, body: number, dashed: boolean, to: number): Key | undefined {
  const { text } = state;
  const list = dashed ? matches(bracketed, text, body) : null;
  const call = matches(braced, text, body) ?? (list && text[contentEnd(text, body, to) - 1] === "]" ? list : null);
  if (call) {
    const end = body + call[1]!.length;
    const behind = body + call[0].length;
    const put = behind > end ? ":" : ": ";
    const message = say`a colon is missing between ${call[1]!} and its arguments`;
    note(state, "missing-colon", { from: body, to: end }, message, say`Add the colon`, {
      span: { from: end, to: end },
      text: put,
    });
    return { span: { from: body, to: end }, behind };
  }
  const tight = matches(unspaced, text, body);
  if (tight && body + tight[0].length < to) {
    const colon = body + tight[0].length - 1;
    missingSpace(state, body, colon);
    return { span: { from: body, to: colon }, behind: colon + 1 };
  }
  const found = matches(key, text, body);
  return found ? { span: { from: body, to: body + found[0].length - 1 }, behind: body + found[0].length } : undefined;
}

/** Reads what stands behind a key or a dash; whether that is a value to which nothing below can belong. */
function readValue(state: State, from: number, to: number, column: number): boolean {
  const { text } = state;
  let at = skipBlanks(text, from, to);
  at += matches(properties, text, at)?.[0].length ?? 0;
  if (at >= to || (text[at] === "#" && at > from)) return false;
  const char = text[at]!;
  if (matches(blockText, text, at)) {
    state.block = column;
    return false;
  }
  if (char !== "[" && char !== "{" && char !== '"' && char !== "'") {
    state.end = contentEnd(text, at, to);
    return true;
  }
  if (char === '"' || char === "'") state.quote = { at: at++, mark: char };
  const end = readFlow(state, at, to);
  if (end < to) afterFlow(state, end, to);
  return true;
}

/** Behind complete brackets there is nothing but a comment; brackets that close nothing are too many. */
function afterFlow(state: State, from: number, to: number): void {
  const { text, open, quote } = state;
  if (open.length || quote) return;
  const at = skipBlanks(text, from, to);
  const char = text[at];
  if (at >= to || (char !== "]" && char !== "}")) return;
  const span = { from: at, to: at + 1 };
  note(state, "syntax", span, say`this ${char} closes nothing`, say`Remove it`, { span, text: "" });
  afterFlow(state, at + 1, to);
}

function contentEnd(text: string, from: number, to: number): number {
  const line = text.slice(from, to);
  const comment = line.search(/[ \t]#/);
  return from + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length;
}
