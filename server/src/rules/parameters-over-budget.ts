import { count } from "../core/amount";
import { countsOf, parametersOf, stepsOf } from "../core/analysis";
import { atLeast, checkBudget } from "../core/budget";
import { thousands } from "../core/figures";
import { say } from "../core/message";
import { param } from "../core/param";
import { rule } from "../core/rule";

export const parametersOverBudget = rule({
  id: "parameters-over-budget",
  summary: "The model has more parameters than the configuration allows.",
  why: "A model that must fit somewhere is measured where it is written, not after it was trained.",
  severity: "error",
  options: {
    most: param(count, {
      doc: "How many parameters the model may have, as its framework counts them.",
      default: Number.POSITIVE_INFINITY,
    }),
  },
  needs: [(_, { most }) => most !== Number.POSITIVE_INFINITY],
  check(model, report, { most }) {
    if (most === Number.POSITIVE_INFINITY) return;
    const of = (steps: Parameters<typeof countsOf>[0]) => parametersOf(countsOf(steps), model.graph);
    checkBudget(
      model,
      {
        most,
        total: atLeast(model, (step) => of([step])),
        of: (row) => of(stepsOf(model, row)),
        said: (figure) => say`the model has ${figure} parameters`,
        show: (figure) => thousands(String(figure)),
      },
      report,
    );
  },
});
