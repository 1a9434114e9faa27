import type { Report } from "../../../core/problem";
import { activationAsText } from "./activation-as-text";
import type { Check, Written } from "./check";
import { classesNotNc } from "./classes-not-nc";
import { dataFile } from "./data-file";
import { fromBrackets } from "./from-brackets";
import { ignoredKey } from "./ignored-key";
import { keyTwice } from "./key-twice";
import { missingHead } from "./missing-head";
import { noScaleLetter } from "./no-scale-letter";
import { numberOfClasses } from "./number-of-classes";
import { parserVariable } from "./parser-variable";
import { pythonScalars } from "./python-scalar";
import { rowNumberComment } from "./row-number-comment";
import { sharedActivation } from "./shared-activation";
import { unknownScale } from "./unknown-scale";
import { widthEqualsNc } from "./width-equals-nc";
import { wrongActivation } from "./wrong-activation";

const checks: readonly Check[] = [
  activationAsText,
  classesNotNc,
  dataFile,
  fromBrackets,
  ignoredKey,
  keyTwice,
  missingHead,
  noScaleLetter,
  numberOfClasses,
  parserVariable,
  pythonScalars,
  rowNumberComment,
  sharedActivation,
  unknownScale,
  widthEqualsNc,
  wrongActivation,
];

/** Everything that only the text of a model file can tell. */
export function checkText(written: Written, report: Report): void {
  for (const check of checks) check(written, report);
}
