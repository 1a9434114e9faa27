import type { Rule } from "../core/rule";
import { anchorOrder } from "./anchor-order";
import { batchReadAsSteps } from "./batch-read-as-steps";
import { biasBeforeNorm } from "./bias-before-norm";
import { headOrder } from "./head-order";
import { levelMissing } from "./level-missing";
import { readsMidStage } from "./reads-mid-stage";
import { summaryComment } from "./summary-comment";
import { unreadRow } from "./unread-row";

export const rules: readonly Rule[] = [
  anchorOrder,
  batchReadAsSteps,
  biasBeforeNorm,
  headOrder,
  levelMissing,
  readsMidStage,
  summaryComment,
  unreadRow,
];
