import { calls } from "./calls";
import type { Kinds } from "./kind";
import { layers } from "./layers";
import { lines } from "./lines";
import { slips } from "./slips";
import { statements } from "./statements";
import { tensors } from "./tensors";

export type { Change } from "./kind";

/** By its name: one mistake that people make. */
export const kinds: Kinds = { ...layers, ...tensors, ...calls, ...statements, ...lines, ...slips };
