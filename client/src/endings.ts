/** What is to be done about a server that has ended by itself. */
export type Remedy = "restart-and-say" | "restart" | "give-up";

/** Not more often than this, in milliseconds, is a server started again: one that ends at once would do so for ever. */
const limits = { most: 5, within: 180_000 };

/** Tells what is to be done at each end. People are told of the first of several that come close together. */
export function endings({ most, within } = limits): (now: number) => Remedy {
  let ends: readonly number[] = [];
  return (now) => {
    ends = [...ends.filter((end) => now - end < within), now];
    if (ends.length > most) return "give-up";
    return ends.length === 1 ? "restart-and-say" : "restart";
  };
}
