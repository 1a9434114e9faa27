import type { Rule } from "../core/rule";
import { adaptivePoolNotExportable } from "./adaptive-pool-not-exportable";
import { anchorOrder } from "./anchor-order";
import { batchReadAsSteps } from "./batch-read-as-steps";
import { biasBeforeNorm } from "./bias-before-norm";
import { channelsOffTensorCoreMultiple } from "./channels-off-tensor-core-multiple";
import { costlyLargeKernel } from "./costly-large-kernel";
import { firstStageCost } from "./first-stage-cost";
import { foldableNorm } from "./foldable-norm";
import { headOrder } from "./head-order";
import { levelMissing } from "./level-missing";
import { readsMidStage } from "./reads-mid-stage";
import { summaryComment } from "./summary-comment";
import { unreadRow } from "./unread-row";

export const rules: readonly Rule[] = [
  adaptivePoolNotExportable,
  anchorOrder,
  batchReadAsSteps,
  biasBeforeNorm,
  channelsOffTensorCoreMultiple,
  costlyLargeKernel,
  firstStageCost,
  foldableNorm,
  headOrder,
  levelMissing,
  readsMidStage,
  summaryComment,
  unreadRow,
];
