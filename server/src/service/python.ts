import { type Asked, analyse } from "../analysis/analyse";
import { readPython } from "../python/read";
import { rules } from "../rules/index";
import type { Understood } from "../service";
import { memories } from "./memories";

/** A file of Python, in which nothing is rewritten. */
export function understandPython(text: string, asked: Asked): Understood {
  const reading = readPython(text, memories);
  const analysis = analyse(reading, rules, asked, memories);
  return {
    format: "python",
    analysis,
    comments: reading.comments,
    mendable: (problems) => problems,
    place: () => undefined,
  };
}
