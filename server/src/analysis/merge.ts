import { say } from "../core/message";
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
 * shows in, and in whatever form: one row that is refused in each of several sizes for another reason
 * is wrong once. `models` are all there are; a problem that does not hold in all of them says in which.
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
  const merged = [...groups.values()].map((group) => together(group, models));
  return models.length > 1 ? inOtherSizes(merged, models).sort(byPlace) : merged.sort(byPlace);
}

/** Joins to an error those of the same row in sizes in which that one does not show. */
function inOtherSizes(problems: readonly Problem[], models: readonly (string | undefined)[]): Problem[] {
  const rows = new Map<number, Problem>();
  const kept: Problem[] = [];
  for (const one of [...problems].sort((a, b) => firstSize(a, models) - firstSize(b, models))) {
    const { layer, severity, scales } = one;
    const before = layer === undefined ? undefined : rows.get(layer);
    if (layer === undefined || severity !== "error" || !scales) kept.push(one);
    else if (!before?.scales || scales.some((id) => before.scales!.includes(id))) {
      if (!before) rows.set(layer, one);
      else kept.push(one);
    } else rows.set(layer, joined(before, one, models));
  }
  return [...kept, ...rows.values()];
}

const firstSize = ({ scales }: Problem, models: readonly (string | undefined)[]): number =>
  scales ? models.indexOf(scales[0]) : 0;

function joined({ scales, ...first }: Problem, other: Problem, models: readonly (string | undefined)[]): Problem {
  const all = models.filter((id): id is string => id !== undefined && [...scales!, ...other.scales!].includes(id));
  const there = { span: other.span, message: say`at ${other.scales!.join(", ")}: ${other.message}` };
  return {
    ...first,
    related: [...(first.related ?? []), there],
    ...(all.length < models.length && { scales: all }),
  };
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

const keyOf = ({ span, elsewhere }: Related): string =>
  elsewhere ? `${elsewhere.file} ${elsewhere.start.line} ${elsewhere.start.column}` : `${span.from} ${span.to}`;

const unique = (all: readonly Related[]): Related[] => [...new Map(all.map((one) => [keyOf(one), one])).values()];
