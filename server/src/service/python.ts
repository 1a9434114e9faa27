import { type Asked, analyse } from "../analysis/analyse";
import type { Problem } from "../core/problem";
import { readPython } from "../python/read";
import { rules } from "../rules/index";
import type { Understood } from "../service";
import { memories } from "./memories";

/** A file of Python, in which nothing is rewritten. */
export function understandPython(text: string, asked: Asked): Understood {
  const reading = readPython(text, memories);
  const { models, ...found } = analyse(reading, rules, asked, memories);
  return {
    format: "python",
    isProgram: true,
    analysis: {
      models,
      problems: found.problems.map((one) => withCertainFixes(one, text)),
      suppressed: found.suppressed,
    },
    comments: reading.comments,
    mendable: (problems) => problems,
    place: () => undefined,
  };
}

/** Names stand for other values elsewhere, so that only what is written out is changed, and not unseen. */
function withCertainFixes({ fixes, repairs: _, ...problem }: Problem, text: string): Problem {
  const isWrittenOut = (from: number, to: number): boolean => /^[\d\s+*/()-]+$/.test(text.slice(from, to));
  const certain = (fixes ?? []).filter(({ edits }) => edits.every(({ span }) => isWrittenOut(span.from, span.to)));
  return certain.length ? { ...problem, fixes: certain.map((fix) => ({ ...fix, safe: false })) } : problem;
}
