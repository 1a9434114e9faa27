import { count } from "../core/amount";
import { macsOf, stepsOf } from "../core/analysis";
import { atLeast, checkBudget } from "../core/budget";
import { thousands } from "../core/figures";
import { say } from "../core/message";
import { param } from "../core/param";
import { rule } from "../core/rule";

export const macsOverBudget = rule({
  id: "macs-over-budget",
  summary: "One image takes more multiply-accumulates than the configuration allows.",
  why: "What an image costs follows from the sizes of the model alone, and grows with the square of the side of its input.",
  severity: "error",
  options: {
    most: param(count, {
      doc: "How many multiply-accumulates one image may take.",
      default: Number.POSITIVE_INFINITY,
    }),
  },
  needs: [(_, { most }) => most !== Number.POSITIVE_INFINITY],
  check(model, report, { most }) {
    if (most === Number.POSITIVE_INFINITY) return;
    checkBudget(
      model,
      {
        most,
        total: atLeast(model, (step) => macsOf([step])),
        of: (row) => macsOf(stepsOf(model, row)),
        said: (figure) => say`one image takes ${figure} MACs`,
        show: (figure) => thousands(String(figure)),
      },
      report,
    );
  },
});
