/** Positions of two lists that belong together, in order; one of the two is absent where a list has one more. */
export interface Pair {
  readonly old?: number;
  readonly new?: number;
}

/** More comparisons than that are not worth waiting for: such lists are compared position by position. */
const most = 4_000_000;

/**
 * Pairs two lists so that together they are as alike as can be. `likeness` is positive for two that may be a
 * pair, the more the better; equal beginnings and ends are paired without further ado.
 */
export function align(
  olds: number,
  news: number,
  likeness: (old: number, now: number) => number,
  same: (old: number, now: number) => boolean,
): readonly Pair[] {
  let front = 0;
  while (front < olds && front < news && same(front, front)) front++;
  let back = 0;
  while (back < olds - front && back < news - front && same(olds - 1 - back, news - 1 - back)) back++;
  const [height, width] = [olds - front - back, news - front - back];
  const middle =
    height * width > most ? byPosition(height, width) : bestOf(height, width, (i, j) => likeness(front + i, front + j));
  return [
    ...byPosition(front, front),
    ...middle.map((pair) => moved(pair, front, front)),
    ...byPosition(back, back).map((pair) => moved(pair, olds - back, news - back)),
  ];
}

const moved = ({ old, new: now }: Pair, olds: number, news: number): Pair => ({
  ...(old !== undefined && { old: old + olds }),
  ...(now !== undefined && { new: now + news }),
});

const byPosition = (olds: number, news: number): readonly Pair[] =>
  Array.from({ length: Math.max(olds, news) }, (_, i) => ({
    ...(i < olds && { old: i }),
    ...(i < news && { new: i }),
  }));

/** The best sum over the rest of both lists, from the end to the beginning. */
function bestOf(olds: number, news: number, likeness: (old: number, now: number) => number): readonly Pair[] {
  const wide = news + 1;
  const best = new Float64Array((olds + 1) * wide);
  const paired = new Float64Array(olds * news);
  for (let i = olds - 1; i >= 0; i--)
    for (let j = news - 1; j >= 0; j--) {
      const alike = likeness(i, j);
      const pair = alike > 0 ? alike + best[(i + 1) * wide + j + 1]! : -1;
      paired[i * news + j] = pair;
      best[i * wide + j] = Math.max(pair, best[(i + 1) * wide + j]!, best[i * wide + j + 1]!);
    }
  const pairs: Pair[] = [];
  for (let [i, j] = [0, 0]; i < olds || j < news; ) {
    const here = i < olds && j < news ? paired[i * news + j]! : -1;
    if (here >= 0 && here === best[i * wide + j]) pairs.push({ old: i++, new: j++ });
    else if (j >= news || (i < olds && best[(i + 1) * wide + j] === best[i * wide + j])) pairs.push({ old: i++ });
    else pairs.push({ new: j++ });
  }
  return pairs;
}
