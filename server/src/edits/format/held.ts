import type { Gap, Line } from "./gaps";

type Edge = "begin" | "end";

/** One column of a table, line by line. */
interface Run {
  readonly gaps: Gap[];
  last: number;
}

/** Gaps by which somebody has put things below each other that would otherwise not stand there. */
export function heldIn(lines: readonly Line[]): ReadonlySet<Gap> {
  const held = new Set<Gap>();
  for (const { gaps } of runsIn(lines))
    for (const edge of ["begin", "end"] as const)
      for (const aligned of [...stretchesIn(gaps, edge), ...mostOf(gaps, edge)])
        if (new Set(aligned.map(({ from, to }) => to - from)).size > 1) for (const gap of aligned) held.add(gap);
  return held;
}

/** Two may stand below each other by chance. */
const fewest = 3;

function stretchesIn(gaps: readonly Gap[], edge: Edge): readonly (readonly Gap[])[] {
  const stretches: Gap[][] = [];
  for (const gap of gaps) {
    const last = stretches.at(-1);
    if (last && gap[edge] !== undefined && last[0]![edge] === gap[edge]) last.push(gap);
    else stretches.push([gap]);
  }
  return stretches.filter(({ length }) => length >= fewest);
}

/** What most rows of a table have in common, whatever stands out between them. */
const mostOf = (gaps: readonly Gap[], edge: Edge): readonly (readonly Gap[])[] =>
  [...byEdge(gaps, edge).values()].filter(({ length }) => length * 2 > gaps.length);

/** A table goes on over whatever stands further in, and ends at a row that does not have the column. */
function runsIn(lines: readonly Line[]): readonly Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  lines.forEach(({ indent, gaps }, i) => {
    for (const gap of gaps) {
      // What stands too close has not been put where it is.
      if (gap.to - gap.from < (gap.want ?? 0)) continue;
      const name = `${indent} ${gap.column}`;
      const known = open.get(name);
      const goesOn = known && lines.slice(known.last + 1, i).every((between) => between.indent > indent);
      const run = goesOn ? known : { gaps: [], last: i };
      if (!goesOn) {
        runs.push(run);
        open.set(name, run);
      }
      run.gaps.push(gap);
      run.last = i;
    }
  });
  return runs;
}

function byEdge(gaps: readonly Gap[], edge: Edge): ReadonlyMap<number, readonly Gap[]> {
  const found = new Map<number, Gap[]>();
  for (const gap of gaps) {
    const at = gap[edge];
    if (at === undefined) continue;
    const known = found.get(at);
    if (known) known.push(gap);
    else found.set(at, [gap]);
  }
  return found;
}
