import type { Op } from "../../core/op";
import * as every from "./every";

/** The modules of Ultralytics models, under the names that library gives them. */
export const modules: readonly Op[] = Object.values(every);
