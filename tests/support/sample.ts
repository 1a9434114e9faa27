/** `npm run samples` and `npm run faults` ask for all of it. */
const isWhole = process.env.SAMPLE === "all";

/** Everything takes four times as long as `npm test` may. */
const part = 4;

/** How many of so many models, each as good as the next, are tried here; how many are not is said aloud. */
export function sample(all: number, what: string): number {
  const tried = isWhole ? all : Math.ceil(all / part);
  if (tried < all) console.log(`LEFT OUT: ${all - tried} of ${all} ${what}, which npm run samples tries`);
  return tried;
}

/** Every which of many things in a row is tried here, where otherwise it were each; one that few lengths divide. */
export function every(step: number, what: string): number {
  if (isWhole) return step;
  const taken = step * part + 1;
  console.log(`LEFT OUT: ${taken - step} of ${taken} parts of all ${what}, which npm run samples tries`);
  return taken;
}
