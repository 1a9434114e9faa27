import { linesOf } from "../core/lines";
import { type Message, render } from "../core/message";
import type { Span } from "../core/span";
import type { DeckProblem } from "./card";

export type Tell = (span: Span, message: Message) => void;

/** Collects problems, each with the line and column of its span. */
export function reporter(text: string): { readonly tell: Tell; readonly problems: readonly DeckProblem[] } {
  const problems: DeckProblem[] = [];
  let lines: ReturnType<typeof linesOf> | undefined;
  return {
    problems,
    tell(span, message) {
      // Most decks have no problem and need no lines.
      lines ??= linesOf(text);
      const { line, column } = lines.at(span.from);
      problems.push({ message: shortLine(render(message)), told: message, span, line: line + 1, column: column + 1 });
    },
  };
}

/** A message quotes what people wrote, which may be long and of many lines. */
export const shortLine = (message: string): string => {
  const line = message.replace(/\s+/g, " ");
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
};
