import { say } from "../../../core/message";
import { problem } from "../../../core/problem";
import { variableOf } from "../variables";
import type { Check } from "./check";

/** A word among the arguments of a row that is no text to the parser, but the name of something of its own. */
export const parserVariable: Check = ({ file, dialect }, report) => {
  for (const { args } of file.rows)
    for (const arg of args) {
      const stands = arg.kind === "text" ? variableOf(arg.value, dialect) : undefined;
      if (arg.kind !== "text" || !stands) continue;
      const message = say`${arg.value} is a variable of the parser, which puts ${stands} in its place`;
      report(problem("parser-variable", arg.span, message));
    }
};
