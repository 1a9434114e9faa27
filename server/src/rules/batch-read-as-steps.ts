import { argOf, shapeAt } from "../core/analysis";
import { batch } from "../core/batch";
import { compare } from "../core/dim";
import { say, setting } from "../core/message";
import { rule } from "../core/rule";
import { setArgument } from "../core/set-argument";

export const batchReadAsSteps = rule({
  id: "batch-read-as-steps",
  summary: "A layer over sequences takes the images of a batch for the steps of one sequence.",
  why: "Unless `batch_first` is true, the first axis is the sequence and the second the batch. Nothing is refused, every shape of a result is as it should be, and what is learned hangs on which images happen to stand next to each other.",
  severity: "warning",
  near: true,
  needs: [({ args }) => args["batch_first"] === false],
  check(model, report) {
    for (const step of model.steps) {
      const [first] = step.node.inputs;
      if (step.args?.["batch_first"] !== false || !step.outcome || !first) continue;
      const [images, steps] = shapeAt(model, first) ?? [];
      if (images === undefined || steps === undefined || compare(images, batch) !== "yes") continue;
      const written = argOf(step, "batch_first")?.value.span;
      const fix = setArgument(step, "batch_first", "true", false);
      const message = say`the batch is taken for the sequence, and the ${steps} steps for a batch; ${setting("batch_first", "true")} tells them apart`;
      report(step, message, { ...(written && { span: written }), ...(fix && { fixes: [fix] }) });
    }
  },
});
