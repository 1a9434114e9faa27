import type { Problem, Related } from "../core/problem";

export interface Found {
  readonly problem: Problem;
  /** The model it was found in. */
  readonly model?: string;
}

/** No reader follows more of them, and a model of ten thousand rows must not answer with megabytes. */
const mostRelated = 20;

/**
 * One mistake in the text is one problem, however many sizes of the model and calls of a block it
 * shows in. `models` are all there are; a problem that does not hold in all of them says in which.
 */
export function merge(found: readonly Found[], models: readonly (string | undefined)[]): Problem[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const { id, span } = one.problem;
    const key = `${id} ${span.from} ${span.to}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => together(group, models)).sort(byPlace);
}

function together(group: readonly Found[], models: readonly (string | undefined)[]): Problem {
  const { problem } = group[0]!;
  const related = unique(group.flatMap((one) => one.problem.related ?? [])).slice(0, mostRelated);
  const holds = new Set(group.map((one) => one.model));
  const scales = models.filter((id): id is string => id !== undefined && holds.has(id));
  return {
    ...problem,
    ...(related.length && { related }),
    ...(scales.length && scales.length < models.length && { scales }),
  };
}

export const byPlace = (a: Problem, b: Problem): number => a.span.from - b.span.from || a.span.to - b.span.to;

const unique = (all: readonly Related[]): Related[] => [
  ...new Map(all.map((one) => [`${one.span.from} ${one.span.to}`, one])).values(),
];
