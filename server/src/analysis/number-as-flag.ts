import type { Node } from "../core/graph";
import { say } from "../core/message";
import { type Problem, problem } from "../core/problem";
import { bool } from "../core/types";
import { parameterOf, type Spelling } from "../core/vocabulary";

/** The words of a spelling that are true or false and nothing else. */
const flags = new WeakMap<Spelling, ReadonlySet<string>>();

function flagsOf(spelling: Spelling): ReadonlySet<string> {
  const known = flags.get(spelling);
  if (known) return known;
  const words = spelling.order.filter((word) => spelling.params[parameterOf(spelling, word) ?? ""]?.type === bool);
  const found = new Set(words);
  flags.set(spelling, found);
  return found;
}

const none: readonly Problem[] = [];

/** Numbers that Python takes for true where true or false is meant, besides 0 and 1, which say it plainly. */
export function numbersAsFlags({ op, args }: Node, spelling: Spelling): readonly Problem[] {
  const words = flagsOf(spelling);
  if (!words.size) return none;
  return args.flatMap(({ name, value }) =>
    name !== undefined && words.has(name) && value.kind === "number" && value.value !== 0 && value.value !== 1
      ? [
          problem(
            "number-as-flag",
            value.span,
            say`${name} of ${op} is true or false, and ${value.value} counts as true`,
          ),
        ]
      : [],
  );
}
