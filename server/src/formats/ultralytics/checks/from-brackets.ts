import { say } from "../../../core/message";
import { type Problem, problem, replace } from "../../../core/problem";
import type { Spelling } from "../../../core/vocabulary";
import type { Row } from "../file";
import type { Check } from "./check";

/** The parser goes through what a module that joins reads, and looks up what any other reads as one number. */
export const fromBrackets: Check = ({ document: { text }, file: { rows }, dialect: { vocabulary } }, report) => {
  for (const row of rows) {
    const spelling = vocabulary.spellings.get(row.module);
    // What a class of somebody's own goes through, only its text says.
    const found = spelling && !spelling.foundIn && wrong(row, spelling, text);
    if (found) report(found);
  }
};

function wrong({ from, module }: Row, { op }: Spelling, text: string): Problem | undefined {
  const { span } = from;
  const several = Object.values<string>(op.inputs).some((axes) => axes.endsWith("+"));
  if (several && from.kind === "number") {
    const list = `[${from.value}]`;
    return problem(
      "from-brackets",
      span,
      say`${module} reads a list of rows, even where it is one`,
      replace(say`Write ${list}`, span, list, false),
    );
  }
  const [only, ...more] = from.kind === "list" ? from.items : [];
  if (several || !only || more.length || only.kind !== "number") return undefined;
  const one = text.slice(only.span.from, only.span.to);
  return problem(
    "from-brackets",
    span,
    say`${module} reads one row, which is no list`,
    replace(say`Write ${one}`, span, one),
  );
}
