import type { Span } from "../../server/src/core/span";

/**
 * Expectations written into a model file as comments.
 *
 *     - Conv2d: { out_channels: 16, kernel_size: 3 }   # => [16, 30, 30] params=160
 *     - Conv2d: { out_channels: 16, kernel_size: 99 }
 *     #                                          ^^ error[kernel-fits-input]: does not fit
 *
 * Letters in parentheses behind the id are the scales at which the problem holds, where not at all.
 * `<^^^` reaches back to the start of the line, where a comment leaves no room for carets; `<1` is so many characters
 * from there, where it leaves no room at all.
 * A comment opens with `#`, or with `//` in a format that has none of its own. Carets point at the
 * nearest line above that is not itself an expectation; the text must be part of the message.
 */
export interface Expected {
  readonly problems: readonly {
    readonly span: Span;
    readonly line: number;
    readonly text: string;
    readonly id: string;
    readonly severity: string;
    readonly scales: string;
    readonly message: string;
  }[];
  readonly facts: readonly { readonly line: number; readonly text: string }[];
}

const caret =
  /^\s*(?:#|\/\/)[ \t]*(<\d+|<?\^+)[ \t]+(error|warning|information|hint)\[([\w-]+)\](?: \((\w+(?:,\w+)*)\))?(?:: (.*))?$/;
const fact = /(?:#|\/\/) => (.*)$/;

export function expectations(text: string): Expected {
  const problems: Expected["problems"][number][] = [];
  const facts: Expected["facts"][number][] = [];
  let offset = 0,
    target = 0;
  text.split("\n").forEach((lineText, line) => {
    const match = caret.exec(lineText);
    if (match) {
      const [, marks = ""] = match;
      const length = Number(/^<(\d+)/.exec(marks)?.[1] ?? lineText.indexOf(marks) + marks.length);
      const from = target + (marks.startsWith("<") ? 0 : lineText.indexOf("^"));
      problems.push({
        span: { from, to: target + length },
        line,
        text: lineText,
        severity: match[2]!,
        id: match[3]!,
        scales: match[4] ?? "",
        message: match[5] ?? "",
      });
    } else {
      target = offset;
      const given = fact.exec(lineText);
      if (given) facts.push({ line, text: given[1]!.trim() });
    }
    offset += lineText.length + 1;
  });
  return { problems, facts };
}

/** The text a frontend reads: expectation comments become blanks of the same length, so offsets hold. */
export const withoutExpectations = (text: string): string =>
  text.replace(/^\s*\/\/[ \t]*\^.*$|\/\/ =>.*$/gm, (comment) => " ".repeat(comment.length));
