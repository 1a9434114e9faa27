import { activationsIn } from "../core/activations";
import { size } from "../core/amount";
import { isUnbroken, type Model, stepsOf } from "../core/analysis";
import { type Amount, checkBudget } from "../core/budget";
import { add, isKnown } from "../core/dim";
import { inBytesAs } from "../core/figures";
import { say } from "../core/message";
import { param } from "../core/param";
import { rule } from "../core/rule";
import { trainingBytesOf, trainingMemory } from "../core/training-memory";

export const memoryOverBudget = rule({
  id: "memory-over-budget",
  set: "performance",
  summary: "The model takes more memory than there is for it.",
  why: "What a step of training holds at once follows from the model, the size of a batch and the optimizer; a framework needs more than that, never less. Of a model that does not say how it is trained, what its rows hand on for one image counts.",
  severity: "warning",
  options: {
    most: param(size, {
      doc: "How much memory a step of training may take, or the activations of one image where `training` is not stated.",
      default: 8 * 2 ** 30,
    }),
  },
  check(model, report, { most }) {
    const { training } = model.graph;
    const batch = training?.batch_size ?? 1;
    checkBudget(
      model,
      {
        most,
        total: training ? memoryOf(model) : activationsOf(model),
        of: (row) => (training ? trainingBytesOf(model, stepsOf(model, row)) : activationsIn(model, row)),
        said: (figure) =>
          training
            ? say`training on batches of ${batch} takes ${figure}`
            : say`the activations of one image take ${figure}`,
        show: inBytesAs(most),
      },
      report,
    );
  },
});

function memoryOf(model: Model): Amount | undefined {
  const memory = trainingMemory(model);
  return memory && isUnbroken(model.steps) ? { figure: memory.peak } : undefined;
}

function activationsOf(model: Model): Amount | undefined {
  const total = add(...model.graph.rows.map((row) => activationsIn(model, row)));
  return typeof total === "number" && isKnown(total) ? { figure: total } : undefined;
}
