import { applied, cut, editsOf, type Pieces } from "../../core/edit";
import type { Formatting } from "../../core/formatting";
import { linesOf } from "../../core/lines";
import type { Edit } from "../../core/problem";
import type { Span } from "../../core/span";
import { tokensOf } from "../../tree/tokens";
import { linesIn } from "./gaps";
import { heldIn } from "./held";
import { endOf, spaced, trimmed } from "./spaced";

/** What moves in one round may leave something to be done in the next; a text that needs more of them stays as it is. */
const mostRounds = 8;

/**
 * The edits that put the blanks of a text in order, of all its lines or of those that a span reaches. Words, comments,
 * lines and what they begin with stay; what has been put below something else stays there.
 */
export function formatted(text: string, json: boolean, wishes: Formatting, within?: Span): readonly Edit[] | undefined {
  const lines = linesOf(text);
  const first = within ? lines.at(within.from).line : 0;
  const last = within ? lines.at(within.to).line : lines.starts.length;
  let pieces: Pieces = [{ from: 0, to: text.length }];
  let now = text;
  for (let round = 0; round < mostRounds; round++) {
    const { at } = linesOf(now);
    const edits = roundOf(now, json, wishes).filter(
      ({ span }) => at(span.from).line >= first && at(span.to).line <= last,
    );
    if (!edits.length) return editsOf(pieces, text.length);
    pieces = cut(pieces, edits);
    now = applied(now, edits);
  }
  return undefined;
}

function roundOf(text: string, json: boolean, wishes: Formatting): readonly Edit[] {
  const tokens = tokensOf(text, json);
  const lines = linesIn(text, tokens, wishes.tabSize);
  const held = heldIn(lines);
  const end = endOf(text, tokens, wishes);
  return [
    ...lines.flatMap((line) => spaced(text, line, held, wishes)),
    ...trimmed(text, tokens, wishes).filter(({ span }) => !end || span.to <= end.span.from),
    ...(end ? [end] : []),
  ];
}
