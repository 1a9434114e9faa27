import { say } from "../../../core/message";
import { problem, replace } from "../../../core/problem";
import { show } from "../../../core/value";
import { entryOf } from "../../../tree/tree";
import { isCount } from "../arguments";
import type { Check } from "./check";

/** Rows write the number of classes by its name; where it is none, that is wrong at the key and not in each of them. */
export const numberOfClasses: Check = ({ document: { root }, file: { rows, settings } }, report) => {
  const nc = settings.get("nc");
  const isRead = rows.some(({ args }) => args.some((arg) => arg.kind === "text" && arg.value === "nc"));
  if (!nc || !isRead) return;
  const written = entryOf(root, "nc")?.value;
  if (isCount(nc)) {
    // To Python a number with a point is never an integer, whatever stands behind the point.
    if (written?.kind !== "scalar" || !written.plain || !/^[-+]?[\d_]+\.[\d_]*$/.test(written.source)) return;
    const whole = show(nc);
    const fix = replace(say`Change to ${whole}`, nc.span, whole);
    report(
      problem(
        "wrong-argument",
        nc.span,
        say`nc is an integer ≥ 1, which ${written.source} is not to Python; write ${whole}`,
        fix,
      ),
    );
    return;
  }
  report(problem("wrong-argument", nc.span, say`nc is an integer ≥ 1, not ${show(nc)}`));
};
