import type { Rule } from "../core/rule";
import { activationOnLogits } from "./activation-on-logits";
import { adaptivePoolNotExportable } from "./adaptive-pool-not-exportable";
import { anchorOrder } from "./anchor-order";
import { batchReadAsSteps } from "./batch-read-as-steps";
import { biasBeforeNorm } from "./bias-before-norm";
import { ceilModePortability } from "./ceil-mode-portability";
import { channelsOffTensorCoreMultiple } from "./channels-off-tensor-core-multiple";
import { checkerboard } from "./checkerboard";
import { costlyLargeKernel } from "./costly-large-kernel";
import { deepPlainNetwork } from "./deep-plain-network";
import { doubleActivation } from "./double-activation";
import { dropoutBeforeMaxPool } from "./dropout-before-max-pool";
import { dropoutBeforeNorm } from "./dropout-before-norm";
import { dropoutOrNormLast } from "./dropout-or-norm-last";
import { dropoutRate } from "./dropout-rate";
import { duplicateBlock } from "./duplicate-block";
import { evenKernelShift } from "./even-kernel-shift";
import { firstStageCost } from "./first-stage-cost";
import { foldableNorm } from "./foldable-norm";
import { headOrder } from "./head-order";
import { identityLayer } from "./identity-layer";
import { kernelMostlyPadding } from "./kernel-mostly-padding";
import { largeDenseHead } from "./large-dense-head";
import { levelMissing } from "./level-missing";
import { macsOverBudget } from "./macs-over-budget";
import { memoryOverBudget } from "./memory-over-budget";
import { normOnSingleValue } from "./norm-on-single-value";
import { parametersOverBudget } from "./parameters-over-budget";
import { pixelsNeverRead } from "./pixels-never-read";
import { readsMidStage } from "./reads-mid-stage";
import { redundantFlatten } from "./redundant-flatten";
import { representationalBottleneck } from "./representational-bottleneck";
import { sameInputTwice } from "./same-input-twice";
import { samePaddingDiffersBetweenFrameworks } from "./same-padding-differs-between-frameworks";
import { saturatingActivation } from "./saturating-activation";
import { sigmoidWithLogitsLoss } from "./sigmoid-with-logits-loss";
import { silentBroadcast } from "./silent-broadcast";
import { skippedPixels } from "./skipped-pixels";
import { softmaxBeforeLoss } from "./softmax-before-loss";
import { softmaxOneClass } from "./softmax-one-class";
import { stackedLinear } from "./stacked-linear";
import { summaryComment } from "./summary-comment";
import { unproductiveLayer } from "./unproductive-layer";
import { unreadRow } from "./unread-row";
import { unusedInput } from "./unused-input";

export const rules: readonly Rule[] = [
  activationOnLogits,
  adaptivePoolNotExportable,
  anchorOrder,
  batchReadAsSteps,
  biasBeforeNorm,
  ceilModePortability,
  channelsOffTensorCoreMultiple,
  checkerboard,
  costlyLargeKernel,
  deepPlainNetwork,
  doubleActivation,
  dropoutBeforeMaxPool,
  dropoutBeforeNorm,
  dropoutOrNormLast,
  dropoutRate,
  duplicateBlock,
  evenKernelShift,
  firstStageCost,
  foldableNorm,
  headOrder,
  identityLayer,
  kernelMostlyPadding,
  largeDenseHead,
  levelMissing,
  macsOverBudget,
  memoryOverBudget,
  normOnSingleValue,
  parametersOverBudget,
  pixelsNeverRead,
  readsMidStage,
  redundantFlatten,
  representationalBottleneck,
  sameInputTwice,
  samePaddingDiffersBetweenFrameworks,
  saturatingActivation,
  sigmoidWithLogitsLoss,
  silentBroadcast,
  skippedPixels,
  softmaxBeforeLoss,
  softmaxOneClass,
  stackedLinear,
  summaryComment,
  unproductiveLayer,
  unreadRow,
  unusedInput,
];
