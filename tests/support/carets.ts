import { render } from "../../server/src/core/message";
import type { Problem } from "../../server/src/core/problem";
import { read } from "./check-model";

const caret = /^\s*# *<?[\^\d]+ +(error|warning|information|hint)\[.*\n/gm;

/** A model with its problems stated below the lines they lie in, instead of those that it states already. */
export function withCarets(source: string, path: string): string {
  const text = source.replace(caret, "");
  const { problems } = read(text, path);
  let offset = 0;
  const lines = text.split("\n").map((line) => {
    const here = problems.filter(({ span }) => offset <= span.from && span.from <= offset + line.length);
    const stated = here.map((problem) => `\n${expectation(problem, problem.span.from - offset, line)}`).join("");
    offset += line.length + 1;
    return line + stated;
  });
  return lines.join("\n");
}

function expectation({ id, severity, message, scales, span }: Problem, column: number, line: string): string {
  const said = `${severity}[${id}]${scales ? ` (${scales})` : ""}: ${render(message)}`;
  const length = span.to - span.from;
  const hash = Math.min(/^ */.exec(line)![0].length, Math.max(0, column - 2));
  const marks =
    column > hash
      ? "^".repeat(length).padStart(column - hash - 1 + length)
      : length > 2
        ? `<${"^".repeat(length - 2)}`
        : `<${length}`;
  return `${" ".repeat(hash)}#${marks} ${said}`;
}
