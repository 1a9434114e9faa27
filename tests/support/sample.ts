/** `npm run samples` and `npm run faults` ask for all of it. */
const isWhole = process.env.SAMPLE === "all";

/** Everything takes four times as long as `npm test` may; some of it more. */
const usual = 4;

/** How many of so many models, each as good as the next, are tried here; how many are not is said aloud. */
export function sample(all: number, what: string, part = usual): number {
  const tried = isWhole ? all : Math.ceil(all / part);
  if (tried < all) console.log(`LEFT OUT: ${all - tried} of ${all} ${what}, which npm run samples tries`);
  return tried;
}

/** So many of a list, from all over it. */
export function some<T>(all: readonly T[], what: string, part = usual): readonly T[] {
  const count = sample(all.length, what, part);
  const upTo = (i: number): number => Math.floor((i * count) / all.length);
  return all.filter((_, i) => upTo(i) !== upTo(i - 1));
}

/** How far one that is tried here is from the next, where `npm run samples` goes by `step`; few lengths divide it. */
export function every(step: number, what: string, part = usual): number {
  if (isWhole) return step;
  const taken = step * part + 1;
  const all = step === 1 ? "each" : `one of ${step}`;
  console.log(`LEFT OUT: one of ${taken} ${what} is tried; npm run samples tries ${all}`);
  return taken;
}
