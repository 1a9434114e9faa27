import type { Rule } from "../core/rule";
import { biasBeforeNorm } from "./bias-before-norm";

export const rules: readonly Rule[] = [biasBeforeNorm];
