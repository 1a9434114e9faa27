import type { ReadOptions } from "../core/format";
import type { Reading } from "../core/graph";
import type { FindClasses } from "../core/python-class";

/** What is unknown may be a class of the workspace, which is only looked for then. */
export function withSources(
  find: FindClasses | undefined,
  read: (more: More) => Reading,
  resolve: (sources: NonNullable<More["sources"]>) => More["modules"] = () => undefined,
): { readonly reading: Reading; readonly modules?: More["modules"] } {
  const reading = read({});
  const names = find ? namesUnknownIn(reading) : [];
  const sources = names.length ? find!(names) : undefined;
  if (!sources?.size) return { reading };
  const modules = resolve(sources);
  return modules?.size ? { reading: read({ sources, modules }), modules } : { reading: read({ sources }) };
}

type More = Pick<ReadOptions, "sources" | "modules">;

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
