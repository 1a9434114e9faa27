import type { Op } from "../core/op";
import type { Spelling, Vocabulary } from "../core/vocabulary";
import { vocabularies as frameworks } from "../vocabularies/index";
import * as ultralytics from "../vocabularies/ultralytics";

/** Every way an operator can be said: the frameworks first, then the dialects of Ultralytics, newest first. */
const vocabularies: readonly Vocabulary[] = [...frameworks, ...Object.values(ultralytics)];

/** One operator under the name that one framework gives it. */
export interface Word {
  readonly framework: string;
  readonly name: string;
  readonly spelling: Spelling;
}

const words: readonly Word[] = vocabularies.flatMap(({ title, spellings }) =>
  [...spellings].map(([name, spelling]) => ({ framework: title, name, spelling })),
);

export const wordsOf = (op: Op): readonly Word[] => words.filter(({ spelling }) => spelling.op === op);

/** Every operator that somebody can write, by name. */
export const ops: readonly Op[] = [...new Set(words.map(({ spelling }): Op => spelling.op))].sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

/** Every name that an operator goes by. */
export const opNames: readonly string[] = [...new Set([...ops, ...words].map(({ name }) => name))];

/** The operator that goes by the name; its own name counts more than one that a framework gives another. */
export function opCalled(name: string): Op | undefined {
  const small = name.toLowerCase();
  return (
    ops.find((op) => op.name === name) ??
    words.find((word) => word.name === name)?.spelling.op ??
    words.find((word) => word.name.toLowerCase() === small)?.spelling.op
  );
}
