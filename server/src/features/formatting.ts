import type { FormattingOptions, Range, TextEdit } from "vscode-languageserver-types";
import type { Span } from "../core/span";
import { rangeOf, type Snapshot, spanOf } from "./snapshot";

/** The blanks of a text put in order, or of the lines of a range. What the editor does not say is done. */
export function formatting({ lines, formatted }: Snapshot, options: FormattingOptions, range?: Range): TextEdit[] {
  const wishes = {
    tabSize: Math.max(1, options.tabSize || 1),
    trimsLines: options.trimTrailingWhitespace !== false,
    endsLastLine: options.insertFinalNewline !== false,
    trimsEnd: options.trimFinalNewlines !== false,
  };
  const edits = formatted?.(wishes, range && withoutNext(spanOf(lines, range), range)) ?? [];
  return edits.map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }));
}

/** Who selects whole lines selects the beginning of the next one too. */
const withoutNext = ({ from, to }: Span, { end }: Range): Span => ({
  from,
  to: end.character === 0 && to > from ? to - 1 : to,
});
