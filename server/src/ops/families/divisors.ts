/** Nobody has more values than this, and the search must end soon. */
const most = 1_000_000;

/** The divisor of a number that lies nearest to another; the smaller of two that lie equally near. */
export function nearestDivisor(of: number, near: number): number {
  let best = 1;
  const take = (divisor: number): void => {
    const [distance, least] = [Math.abs(divisor - near), Math.abs(best - near)];
    if (distance < least || (distance === least && divisor < best)) best = divisor;
  };
  for (let small = 1; small * small <= of && small <= most; small++)
    if (of % small === 0) {
      take(small);
      take(of / small);
    }
  return best;
}
