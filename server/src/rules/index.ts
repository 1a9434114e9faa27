import type { Rule } from "../core/rule";
import { batchReadAsSteps } from "./batch-read-as-steps";
import { biasBeforeNorm } from "./bias-before-norm";
import { summaryComment } from "./summary-comment";

export const rules: readonly Rule[] = [batchReadAsSteps, biasBeforeNorm, summaryComment];
