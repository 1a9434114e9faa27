import type { Op } from "../core/op";
import * as every from "./every";

/** All of them but the modules of Ultralytics, which have a list of their own. */
export const ops: readonly Op[] = Object.values(every);
