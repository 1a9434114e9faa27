import { type Message, say } from "../../core/message";
import type { Span } from "../../core/span";
import { note, type Open, type State } from "./state";

export const closers = { "[": "]", "{": "}" } as const;
/** `{name}` behind a dollar sign. */
export const parameter = /\{\s*([A-Za-z_]\w*)\s*\}/y;
/** No key is longer. */
export const longest = 100;

export function matches(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** `${name}`, of which YAML makes a map; gives the length of what stands in braces. */
export function noteBraces(state: State, at: number): number {
  const [whole, name] = matches(parameter, state.text, at)!;
  const span = { from: at - 1, to: at + whole.length };
  const message = say`a parameter is written ${`$${name!}`}, without braces`;
  note(state, "wrong-expression", span, message, say`Leave out the braces`, { span, text: `$${name!}` });
  state.end = span.to;
  return whole.length;
}

/** `{ a: 1 b: 2 }`; whether a comma is missing before the key that ends here. */
export function missingComma(state: State, at: number): boolean {
  const { text } = state;
  const before = text.slice(Math.max(0, at - longest), at);
  const [, value, key] = /(.*[^\s:,[{])[ \t]+([A-Za-z_$][\w.]*)$/s.exec(before) ?? [];
  if (value === undefined || key === undefined) return false;
  const from = at - key.length;
  noteComma(state, { from, to: at }, key, [at - before.length + value.length]);
  return true;
}

const number = String.raw`-?\d[\d.]*`;
const constant = `(?:${number}|None|True|False|null|true|false)`;
const constants = new RegExp(`^${constant}(?:[ \\t]+${constant})+$`);
/** Of a row of a model, where a number is followed by a word: `[-1, 1 Conv, [64]]`. */
const numberAndWord = new RegExp(`^${constant}[ \\t]+(?:[A-Za-z_][\\w.]*|"[^"]*"|'[^']*')$`);

/** `[64 3]`, two values that YAML takes for one text. */
export function valuesApart(state: State, token: number, at: number): void {
  const { text, open } = state;
  if (token < 0 || at - token > longest || open.at(-1)!.bracket !== "[") return;
  const words = text.slice(token, at).trimEnd();
  if (!constants.test(words) && !(numberAndWord.test(words) && isInRow(state))) return;
  const gaps = [...words.matchAll(/[ \t]+(?=\S+$|\S+[ \t])/g)];
  const second = gaps[0]!.index + gaps[0]![0].length;
  const value = /^(?:"[^"]*"|'[^']*'|\S+)/.exec(words.slice(second))![0];
  const span = { from: token + second, to: token + second + value.length };
  noteComma(
    state,
    span,
    value,
    gaps.map(({ index }) => token + index),
  );
}

/** Brackets that are items of a list, and not the value of a key whose texts may be anything. */
function isInRow({ text, open }: State): boolean {
  const [{ at }] = open as [Open];
  return /(?:^|[\r\n])[ \t]*(?:-[ \t]+)?$/.test(text.slice(Math.max(0, at - longest), at));
}

/** `[Conv [64]]` or `[[-1, 6] 1, Concat]`: between a value and a bracket stands a comma. */
export function bracketApart(state: State, at: number): void {
  const { text, open } = state;
  if (open.at(-1)?.bracket !== "[") return;
  const [value] = /^(?:\[|[^\s,[\]{}]+(?=[ \t]*,))/.exec(text.slice(at, at + longest)) ?? [];
  if (value === undefined) return;
  const before = text.slice(Math.max(0, at - longest), at);
  // The bracket may be the value of a key, or have an anchor or a tag.
  if (/(?:[:,[]|[&!][^\s,]*)\s*$/.test(before)) return;
  noteComma(state, { from: at, to: at + value.length }, value, [at - before.length + before.trimEnd().length]);
}

function noteComma(state: State, span: Span, word: string, gaps: readonly number[]): void {
  const edits = gaps.map((gap) => ({ span: { from: gap, to: gap }, text: "," }));
  note(state, "missing-comma", span, say`a comma is missing before ${word}`, say`Add the comma`, ...edits);
}

export function missingSpace(state: State, from: number, colonAt: number): void {
  const key = state.text.slice(from, colonAt);
  const message = say`a space is missing behind ${`${key}:`}`;
  note(state, "missing-space", { from, to: colonAt + 1 }, message, say`Add the space`, {
    span: { from: colonAt + 1, to: colonAt + 1 },
    text: " ",
  });
}

/** However many: `{ and [`, `{ and [ and {`. */
const joined = (signs: readonly string[]): Message =>
  signs.map((sign) => say`${sign}`).reduce((all, sign) => say`${all} and ${sign}`);

/** `left` are brackets that nothing closes, innermost first; they should be closed at `at`. */
export function noteUnclosed(state: State, left: readonly Open[], at: number): void {
  const first = left.at(-1)!;
  const put = left.map(({ bracket }) => closers[bracket]).join("");
  const never: Message =
    left.length === 1
      ? say`this ${first.bracket} is never closed`
      : say`${joined([...left].reverse().map(({ bracket }) => bracket))} are never closed`;
  note(state, "syntax", { from: first.at, to: first.at + 1 }, never, say`Close with ${put}`, {
    span: { from: at, to: at },
    text: put,
  });
}
