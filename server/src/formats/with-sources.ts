import type { ReadOptions } from "../core/format";
import type { Reading } from "../core/graph";
import type { FindClasses } from "../core/python-class";

/** What is unknown may be a class of the workspace, which is only looked for then. */
export function withSources(
  find: FindClasses | undefined,
  read: (more: Pick<ReadOptions, "sources">) => Reading,
): Reading {
  const reading = read({});
  const names = find ? namesUnknownIn(reading) : [];
  const sources = names.length ? find!(names) : undefined;
  return sources?.size ? read({ sources }) : reading;
}

/** Names that need not be wrong although the vocabulary has none of them. */
const namesUnknownIn = ({ models }: Reading): readonly string[] => [
  ...new Set(
    models
      .filter(({ graph }) => graph.vocabulary.stranger)
      .flatMap(({ graph: { rows, vocabulary } }) =>
        rows.map(({ op }) => op).filter((op) => !vocabulary.spellings.has(op)),
      )
      .filter((op) => op !== ""),
  ),
];
