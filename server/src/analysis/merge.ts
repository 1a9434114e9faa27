import type { Problem } from "../core/problem";

export interface Found {
  readonly problem: Problem;
  /** The model it was found in. */
  readonly model?: string;
}

/**
 * One mistake in the text is one problem, however many sizes of the model and calls of a block it
 * shows in. `models` are all there are; a problem that does not hold in all of them says in which.
 */
export function merge(found: readonly Found[], models: readonly (string | undefined)[]): Problem[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.problem.id} ${one.problem.span.from} ${one.problem.span.to}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => {
      const { problem } = group[0]!;
      const related = unique(group.flatMap((one) => one.problem.related ?? []));
      const scales = models.filter((id): id is string => id !== undefined && group.some((one) => one.model === id));
      return {
        ...problem,
        ...(related.length && { related }),
        ...(scales.length && scales.length < models.length && { scales }),
      };
    })
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

const unique = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];
