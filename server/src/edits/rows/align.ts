/** How the rows of one version of a list are found again in the next. */
export interface Alignment {
  /** Where each row is now; nothing where that is not certain, as among equal rows. */
  readonly now: readonly (number | "gone" | undefined)[];
  /** The rows that have come in; of several equal ones the last. */
  readonly added: readonly number[];
}

/** Tables of this many entries are worked out at once; no model that people write has more. */
const most = 1_000_000;

/**
 * Rows that have come in or gone between others that stayed in order. A row in the place of another is that one,
 * changed. Nothing where rows have moved, or so much has changed that nobody can tell.
 */
export function align(before: readonly string[], after: readonly string[]): Alignment | undefined {
  const [n, m] = [before.length, after.length];
  if ((n + 1) * (m + 1) > most) return undefined;
  const { ahead, behind } = commonIn(before, after);
  const all = behind[0]![0]!;
  const now: (number | "gone" | undefined)[] = before.map((row, i) => {
    const fits = after.flatMap((other, j) =>
      row === other && ahead[i]![j]! + 1 + behind[i + 1]![j + 1]! === all ? [j] : [],
    );
    const isMissed = ahead[i]!.some((common, j) => common + behind[i + 1]![j]! === all);
    return fits.length === 1 && !isMissed ? fits[0] : undefined;
  });
  const added: number[] = [];
  let [i, j] = [0, 0];
  for (let end = 0; end <= n; end++) {
    const anchor = end < n ? now[end] : m;
    if (typeof anchor !== "number") continue;
    const [old, fresh, common] = [end - i, anchor - j, ahead[end]![anchor]! - ahead[i]![j]!];
    if (old === fresh && common === 0) for (let k = 0; k < old; k++) now[i + k] = j + k;
    else if (old === common && fresh > old)
      added.push(...addedIn(before.slice(i, end), after.slice(j, anchor)).map((k) => j + k));
    else if (fresh === 0) now.fill("gone", i, end);
    else if (fresh !== common) return undefined;
    [i, j] = [end + 1, anchor + 1];
  }
  const isMoved = now.some((place, row) => place === "gone" && added.some((other) => after[other] === before[row]));
  return isMoved ? undefined : { now, added };
}

/** For every pair of places how many rows can be found again before them, and from them on. */
function commonIn(before: readonly string[], after: readonly string[]) {
  const table = (): number[][] => Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0));
  const [ahead, behind] = [table(), table()];
  for (let i = 0; i < before.length; i++)
    for (let j = 0; j < after.length; j++)
      ahead[i + 1]![j + 1] =
        before[i] === after[j] ? ahead[i]![j]! + 1 : Math.max(ahead[i]![j + 1]!, ahead[i + 1]![j]!);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      behind[i]![j] =
        before[i] === after[j] ? behind[i + 1]![j + 1]! + 1 : Math.max(behind[i]![j + 1]!, behind[i + 1]![j]!);
  return { ahead, behind };
}

/** What is left of some rows when those that were there are found from the first on. */
function addedIn(before: readonly string[], after: readonly string[]): readonly number[] {
  let found = 0;
  return after.flatMap((row, k) => {
    if (row !== before[found]) return [k];
    found++;
    return [];
  });
}
