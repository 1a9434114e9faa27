import type { Rule } from "../core/rule";
import { adaptivePoolNotExportable } from "./adaptive-pool-not-exportable";
import { anchorOrder } from "./anchor-order";
import { batchReadAsSteps } from "./batch-read-as-steps";
import { biasBeforeNorm } from "./bias-before-norm";
import { ceilModePortability } from "./ceil-mode-portability";
import { channelsOffTensorCoreMultiple } from "./channels-off-tensor-core-multiple";
import { checkerboard } from "./checkerboard";
import { costlyLargeKernel } from "./costly-large-kernel";
import { evenKernelShift } from "./even-kernel-shift";
import { firstStageCost } from "./first-stage-cost";
import { foldableNorm } from "./foldable-norm";
import { headOrder } from "./head-order";
import { kernelMostlyPadding } from "./kernel-mostly-padding";
import { levelMissing } from "./level-missing";
import { normOnSingleValue } from "./norm-on-single-value";
import { pixelsNeverRead } from "./pixels-never-read";
import { readsMidStage } from "./reads-mid-stage";
import { representationalBottleneck } from "./representational-bottleneck";
import { sameInputTwice } from "./same-input-twice";
import { samePaddingDiffersBetweenFrameworks } from "./same-padding-differs-between-frameworks";
import { silentBroadcast } from "./silent-broadcast";
import { skippedPixels } from "./skipped-pixels";
import { summaryComment } from "./summary-comment";
import { unproductiveLayer } from "./unproductive-layer";
import { unreadRow } from "./unread-row";

export const rules: readonly Rule[] = [
  adaptivePoolNotExportable,
  anchorOrder,
  batchReadAsSteps,
  biasBeforeNorm,
  ceilModePortability,
  channelsOffTensorCoreMultiple,
  checkerboard,
  costlyLargeKernel,
  evenKernelShift,
  firstStageCost,
  foldableNorm,
  headOrder,
  kernelMostlyPadding,
  levelMissing,
  normOnSingleValue,
  pixelsNeverRead,
  readsMidStage,
  representationalBottleneck,
  sameInputTwice,
  samePaddingDiffersBetweenFrameworks,
  silentBroadcast,
  skippedPixels,
  summaryComment,
  unproductiveLayer,
  unreadRow,
];
