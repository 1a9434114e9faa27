import type { Graph } from "./graph";

const half = new Set(["float16", "bfloat16"]);

/** Bytes of one value of an activation: float32, unless the file says that it is trained with less. */
export const bytesPerValue = ({ training }: Graph): number => (half.has(training?.precision ?? "") ? 2 : 4);
