import type { Node } from "../core/graph";
import { say } from "../core/message";
import { type Problem, problem } from "../core/problem";
import { bool } from "../core/types";
import { parameterOf, type Spelling } from "../core/vocabulary";

/** Numbers that Python takes for true where true or false is meant, besides 0 and 1, which say it plainly. */
export const numbersAsFlags = ({ op, args }: Node, spelling: Spelling): readonly Problem[] =>
  args.flatMap(({ name, value }) => {
    if (name === undefined || value.kind !== "number" || value.value === 0 || value.value === 1) return [];
    const param = spelling.params[parameterOf(spelling, name) ?? ""];
    return param?.type === bool
      ? [
          problem(
            "number-as-flag",
            value.span,
            say`${name} of ${op} is true or false, and ${value.value} counts as true`,
          ),
        ]
      : [];
  });
