import { say } from "../../core/message";
import type { Span } from "../../core/span";
import { note, type State } from "./state";

/** A line as far as its indentation goes. */
export interface Indent {
  readonly from: number;
  /** The first character that is no blank. */
  readonly first: number;
  /** The column of that character, as it is meant. */
  readonly column: number;
}

/** The indentation of a line. Tabs count for as many columns as make the line stand where others stand. */
export function indentOf(state: State, from: number, first: number): Indent {
  const { text, levels } = state;
  const blanks = text.slice(from, first);
  if (!blanks.includes("\t")) return { from, first, column: blanks.length };
  const tabs = blanks.split("\t").length - 1;
  const widths = [2, 4, 8, 1].map((width) => blanks.length + tabs * (width - 1));
  const column = widths.find((width) => levels.some((level) => level.column === width)) ?? widths[0]!;
  noteTabs(state, from, first, column);
  return { from, first, column };
}

/** Between a dash and what it belongs to, tabs would be an indentation too. */
export function withoutTabs(state: State, from: number, to: number): void {
  if (state.text.slice(from, to).includes("\t")) noteTabs(state, from, to, to - from);
}

function noteTabs(state: State, from: number, to: number, width: number): void {
  const edit = { span: { from, to }, text: " ".repeat(width) };
  if (state.tabs) {
    state.tabs.edits.push(edit);
    return;
  }
  const tab = state.text.indexOf("\t", from);
  const message = say`lines are indented with spaces; YAML takes no tabs`;
  state.tabs = note(state, "tab-indentation", { from: tab, to: tab + 1 }, message, say`Indent with spaces`, edit);
}

/**
 * Finds the level a key or an item stands on. One that stands on none is moved to where it can only
 * have been meant, and the lines below it with it.
 */
export function place(state: State, indent: Indent, dash: boolean, what: Span): number {
  const { levels, moved } = state;
  let { column } = indent;
  if (moved && column < moved.column) state.moved = undefined;
  else if (moved) {
    column += moved.by;
    if (settle(state, column, dash) === undefined) {
      moved.draft.edits.push(moveTo(indent, column));
      return column;
    }
    column = indent.column;
    state.moved = undefined;
  }
  const target = settle(state, column, dash);
  if (target === undefined) return column;
  const last = levels.at(-1);
  const key = state.key && state.text.slice(state.key.from, state.key.to);
  const word = state.text.slice(what.from, what.to);
  const message =
    !dash && last && column > last.column && key !== undefined
      ? say`${word} stands below ${key}, but belongs beside it`
      : say`${word} stands between two levels of indentation`;
  const draft = note(
    state,
    "wrong-indent",
    what,
    message,
    say`Move it to column ${target + 1}`,
    moveTo(indent, target),
  );
  state.moved = { column: indent.column, by: target - indent.column, draft };
  settle(state, target, dash);
  return target;
}

const moveTo = ({ from, first }: Indent, column: number) => ({ span: { from, to: first }, text: " ".repeat(column) });

/** Ends the levels further in; gives the column that was meant where there is no level at this one. */
function settle(state: State, column: number, dash: boolean): number | undefined {
  const { levels } = state;
  const kept = levels.filter((level) => level.column < column || (level.column === column && (dash || !level.dash)));
  const popped = levels.slice(kept.length);
  const top = kept.at(-1);
  const list = kept.filter((level) => level.dash).at(-1);
  if (dash && state.complete && list && column > list.column) return list.column;
  const joined =
    dash && !state.complete && state.bare?.dash !== undefined && top?.dash && column > top.column && !popped.length;
  if (joined) return top.column;
  if (!dash && state.complete && top && !top.dash && column > top.column && !popped.length) return top.column;
  if (popped.length && top?.column !== column && !(popped[0]!.dash && !dash && popped[0]!.column === column)) {
    const dashes = dash ? levels.filter((level) => level.dash) : [];
    const near = dashes.sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))[0];
    return (near ?? popped[0]!).column;
  }
  state.levels = kept;
  return undefined;
}
