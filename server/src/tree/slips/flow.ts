import { say } from "../../core/message";
import {
  bracketApart,
  closers,
  longest,
  matches,
  missingComma,
  missingSpace,
  noteBraces,
  noteUnclosed,
  parameter,
  valuesApart,
} from "./notes";
import { note, type Open, type State } from "./state";

const word = /^[A-Za-z_$][\w.]*$/;

/**
 * Reads brackets and quotes up to the end of the line or of the outermost of them, and gives the place
 * behind. On the way: a colon without its space, and brackets that do not belong together.
 */
export function readFlow(state: State, from: number, to: number): number {
  const { text, open } = state;
  let at = from;
  /** A value or key begins here, so that a quote is a quote. */
  let fresh = !state.quote;
  let token = -1;
  while (at < to) {
    const { quote } = state;
    if (quote) {
      at = behindQuote(state, at, to);
      if (state.quote) return to;
      state.end = at;
      if (!open.length) return at;
      fresh = false;
      // A quoted key needs no space behind its colon.
      const colon = skipBlanks(text, at, to);
      if (colon < to && text[colon] === ":" && !open.at(-1)!.keyed) {
        begins(open.at(-1)!, text.slice(quote.at + 1, at - 1), colon + 1);
        fresh = true;
        at = colon + 1;
      }
      continue;
    }
    const char = text[at]!;
    if (char === " " || char === "\t") {
      at++;
      continue;
    }
    if (char === "#" && /[ \t]/.test(text[at - 1] ?? " ")) return to;
    state.end = at + 1;
    if (fresh && (char === '"' || char === "'")) state.quote = { at, mark: char };
    else if (char === "{" && text[at - 1] === "$" && matches(parameter, text, at)) {
      at += noteBraces(state, at) - 1;
      fresh = false;
    } else if (char === "[" || char === "{") {
      if (char === "[" && !fresh) bracketApart(state, at);
      open.push({ bracket: char, at, keyed: false, commas: 0, since: at + 1 });
      fresh = true;
      token = -1;
    } else if (char === "]" || char === "}") {
      if (char === "]") valuesApart(state, token, at);
      close(state, char, at);
      fresh = false;
      token = -1;
      if (!open.length) return at + 1;
    } else if (char === ",") {
      valuesApart(state, token, at);
      fresh = true;
      token = -1;
      Object.assign(open.at(-1)!, { keyed: false, commas: open.at(-1)!.commas + 1, since: at + 1 });
    } else if (char === ":" && !fresh && colon(state, token, at)) {
      fresh = true;
      token = -1;
    } else {
      // Behind a quote or a closed bracket a value ends, and another needs a comma.
      const behind = !fresh && token < 0;
      if (behind) bracketApart(state, at);
      if (fresh || behind) token = at;
      fresh = false;
    }
    at++;
  }
  return to;
}

/** Whether the colon ends a key; one that lacks its space is noted and counts as one that has it. */
function colon(state: State, token: number, at: number): boolean {
  const { text, open } = state;
  const inside = open.at(-1)!;
  if (inside.bracket === "[") return false;
  const next = text[at + 1];
  const spaced = next === undefined || /[\s,[\]{}]/.test(next);
  if (inside.keyed) return spaced && missingComma(state, at);
  const key = token < 0 || at - token > longest ? "" : text.slice(token, at).trimEnd();
  if (!spaced) {
    if (!word.test(key) || !/[\w$+.\-"']/.test(next!)) return false;
    missingSpace(state, token, at);
  }
  begins(inside, key, at + 1);
  return true;
}

/** The value of a key. */
function begins(inside: Open, key: string, since: number): void {
  Object.assign(inside, { keyed: true, key, since });
}

function close(state: State, char: "]" | "}", at: number): void {
  const { open } = state;
  const fits = ({ bracket }: Open): boolean => closers[bracket] === char;
  if (!open.some(fits)) {
    const { bracket } = open.pop()!;
    const right = closers[bracket];
    const message = say`${char} closes nothing here; ${bracket} is closed by ${right}`;
    note(state, "syntax", { from: at, to: at + 1 }, message, say`Change to ${right}`, {
      span: { from: at, to: at + 1 },
      text: right,
    });
    return;
  }
  const left: Open[] = [];
  while (!fits(open.at(-1)!)) left.push(open.pop()!);
  open.pop();
  if (left.length) noteUnclosed(state, left, at);
}

/** Closes what is open where the next line shows that it should have been. */
export function closeAll(state: State): void {
  const { text, open, quote, end } = state;
  if (quote) {
    // What was typed behind the quote belongs to the row again: the quoted text ends with its word.
    const rest = text.slice(quote.at + 1, Math.max(end, quote.at + 1));
    const length = open.length ? rest.search(/[,\]}]|$/) : rest.length;
    const at = quote.at + 1 + length;
    note(state, "syntax", { from: quote.at, to: quote.at + 1 }, say`this quote is never closed`, say`Close the quote`, {
      span: { from: at, to: at },
      text: quote.mark,
    });
    state.quote = undefined;
    if (open.length && at < end) readFlow(state, at, end);
  }
  if (open.length) noteUnclosed(state, open.splice(0).reverse(), state.end);
}

function behindQuote(state: State, from: number, to: number): number {
  const { text } = state;
  const { mark } = state.quote!;
  for (let at = from; at < to; at++) {
    const char = text[at];
    if (char === "\\" && mark === '"') at++;
    else if (char === mark) {
      if (mark === "'" && text[at + 1] === "'") at++;
      else {
        state.quote = undefined;
        return at + 1;
      }
    }
  }
  if (to > from) state.end = to;
  return to;
}

export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text[at] === " " || text[at] === "\t")) at++;
  return at;
}
