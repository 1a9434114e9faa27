/** Numbers that look random and are the same in every run. */
export function randomly(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    one: <T>(all: readonly T[]): T => all[below(all.length)]!,
    chance: (p: number): boolean => next() < p,
  };
}
