import { batch } from "../core/batch";
import { everywhere } from "../core/everywhere";
import { type Part, shapeOf, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { changesNothing } from "../core/passing";
import { without } from "../core/repair";
import { rule } from "../core/rule";

export const redundantFlatten = rule({
  id: "redundant-flatten",
  summary: "A Flatten reads what is flat already.",
  why: "It changes nothing. Mostly a global pooling in front of it has laid everything into one axis, or there are two of them.",
  severity: "hint",
  near: true,
  needs: [(part) => flatIn(part) !== undefined],
  check(model, report) {
    for (const { part, found } of everywhere(model, flatIn, wholeParts(model)))
      report(
        part.step,
        say`${part.step.node.op} changes nothing: what it reads is [${found}], one axis beside the batch`,
        changesNothing(part) ? without(part, model.graph.vocabulary, true) : {},
      );
  },
});

/** The one size of what a Flatten reads. */
function flatIn({ op, isWhole, inputs }: Part) {
  const shape = isWhole && op?.traits.includes("flatten") && inputs[0] ? shapeOf(inputs[0]) : undefined;
  return shape?.length === 2 && shape[0] === batch ? shape[1] : undefined;
}
