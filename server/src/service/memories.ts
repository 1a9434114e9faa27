import { age } from "../analysis/infer";
import type { Memories } from "../analysis/infer-graph";

/** From one version of a file to the next nearly all calls are equal, and so they are from file to file. */
export const memories: Memories = new Map();

let versions = 0;

/** So many versions of documents are read before what the last so many had no need of is forgotten. */
const often = 32;

/** Said by a server of every version that it reads: one that runs for days must not grow with each number that somebody tries. */
export function afterVersion(): void {
  if (++versions % often === 0) for (const memory of memories.values()) age(memory);
}
