import type { Op } from "../core/op";
import type { Open } from "../ops/ultralytics/open";
import { openAttentions } from "../ops/ultralytics/open-attention";
import { openFuses } from "../ops/ultralytics/open-fuse";
import { openHeads } from "../ops/ultralytics/open-heads";

/** Modules that keep steps to themselves, with all of them as calls. */
export const openModules: ReadonlyMap<Op, Open> = new Map([...openHeads, ...openAttentions, ...openFuses]);
