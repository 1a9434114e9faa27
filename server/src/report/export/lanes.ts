/** A connection that cannot go straight to the node below, because others lie between. */
export interface Lane {
  readonly from: number;
  /** The nodes that it leads to, from above. */
  readonly to: readonly number[];
  /** How far from the nodes it runs, from 1. */
  readonly lane: number;
}

/**
 * Lanes beside a column of nodes, one for each node that is read further below. Of two that lie beside each other the
 * shorter is nearer to the nodes, so that lanes do not cross and what belongs to a block stays beside it.
 */
export function lanesOf(edges: readonly (readonly [from: number, to: number])[]): readonly Lane[] {
  const targets = new Map<number, Set<number>>();
  for (const [from, to] of edges) if (to > from + 1) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const open = [...targets].map(([from, to]) => ({ from, to: [...to].sort((a, b) => a - b) }));
  open.sort((a, b) => lengthOf(a) - lengthOf(b) || a.from - b.from);
  const lanes: Lane[] = [];
  for (const { from, to } of open) {
    const end = to.at(-1)!;
    // Where one ends another may begin: the first comes in above, the second goes out below.
    const beside = lanes.filter((other) => other.from < end && from < other.to.at(-1)!);
    lanes.push({ from, to, lane: 1 + beside.reduce((most, { lane }) => Math.max(most, lane), 0) });
  }
  return lanes.sort((a, b) => a.from - b.from);
}

const lengthOf = ({ from, to }: { readonly from: number; readonly to: readonly number[] }): number => to.at(-1)! - from;
