import type { CheckId } from "./checks";
import type { Graph } from "./graph";
import type { Problem } from "./problem";
import type { Span } from "./span";

const syntax: CheckId = "syntax";

/** From each bracket or quote that is never closed to where it should be: somebody is still writing there. */
export const unclosedIn = (problems: readonly Problem[]): readonly Span[] =>
  problems.flatMap(({ id, span, fixes }) => {
    const [edit] = fixes?.[0]?.edits ?? [];
    const closes = id === syntax && edit?.span.from === edit?.span.to && /^["'\]}]+$/.test(edit?.text ?? "");
    return closes ? [{ from: span.from, to: edit!.span.from }] : [];
  });

/** The same with the whole rows around, of which nothing can be said before they are written. */
export function unfinishedRows(open: readonly Span[], { nodes }: Graph): readonly Span[] {
  if (!open.length) return open;
  return open.map(({ from, to }) => {
    const around = nodes.flatMap(({ row }) => (row && row.span.from <= from && from < row.span.to ? [row.span] : []));
    return { from: around.length ? Math.max(...around.map((row) => row.from)) : from, to };
  });
}

export const isWithin = ({ from }: Span, stretches: readonly Span[]): boolean =>
  stretches.some((stretch) => stretch.from <= from && from <= stretch.to);
