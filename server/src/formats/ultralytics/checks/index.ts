import type { Report } from "../../../core/problem";
import type { Check, Written } from "./check";
import { ignoredKey } from "./ignored-key";
import { keyTwice } from "./key-twice";
import { rowNumberComment } from "./row-number-comment";

const checks: readonly Check[] = [ignoredKey, keyTwice, rowNumberComment];

/** Everything that only the text of a model file can tell. */
export function checkText(written: Written, report: Report): void {
  for (const check of checks) check(written, report);
}
