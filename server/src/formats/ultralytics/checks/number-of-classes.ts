import { say } from "../../../core/message";
import { problem } from "../../../core/problem";
import { show } from "../../../core/value";
import { isCount } from "../arguments";
import type { Check } from "./check";

/** Rows write the number of classes by its name; where it is none, that is wrong at the key and not in each of them. */
export const numberOfClasses: Check = ({ file: { rows, settings } }, report) => {
  const nc = settings.get("nc");
  const isRead = rows.some(({ args }) => args.some((arg) => arg.kind === "text" && arg.value === "nc"));
  if (!nc || !isRead || isCount(nc)) return;
  report(problem("wrong-argument", nc.span, say`nc is an integer ≥ 1, not ${show(nc)}`));
};
