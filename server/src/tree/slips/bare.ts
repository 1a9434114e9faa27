import { say } from "../../core/message";
import { matches } from "./notes";
import { note, push, type State } from "./state";

const bareWord = /[A-Za-z_$][\w.]*(?=[ \t]*(?:[ \t]#|\r|\n|$))/y;

/** A word without a colon, alone on its line. */
export function bareAt({ text }: State, at: number, column: number, dash?: number): State["bare"] {
  const bare = matches(bareWord, text, at);
  return bare ? { span: { from: at, to: at + bare[0].length }, column, dash } : undefined;
}

/** A word alone on its line was meant as a key if the next line belongs to it or stands beside it. */
export function endBare(
  state: State,
  next: { readonly dashed: boolean; readonly key: boolean; readonly column: number } | undefined,
): void {
  const { bare, levels, text } = state;
  if (!bare) return;
  const { span, column, dash } = bare;
  const top = levels.at(-1);
  const beside = dash === undefined && levels.some((level) => !level.dash && level.column === column);
  const above = next && !next.dashed && next.key && (dash === undefined ? next.column >= column : next.column > dash);
  const list = next?.dashed && dash === undefined && next.column >= column && !(top && column > top.column);
  // A list item further in than the one above it is judged by its indentation.
  if (!(dash !== undefined && next?.dashed)) state.bare = undefined;
  if (!beside && !above && !list) return;
  const word = text.slice(span.from, span.to);
  note(state, "missing-colon", span, say`a colon is missing behind ${word}`, say`Add the colon`, {
    span: { from: span.to, to: span.to },
    text: ":",
  });
  state.levels = levels.filter(
    (level) => level.column < column || (dash === undefined && level.column === column && !level.dash),
  );
  push(state, column, false, word);
  state.complete = false;
  state.key = span;
}
