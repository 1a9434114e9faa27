import type { Memories } from "../analysis/infer-graph";

/** From one version of a file to the next nearly all calls are equal, and so they are from file to file. */
export const memories: Memories = new Map();
