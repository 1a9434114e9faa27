import { batch, image } from "../core/batch";
import { everywhere } from "../core/everywhere";
import { type Part, shapeOf, wholeParts } from "../core/flow";
import { type Message, say } from "../core/message";
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
        say`${part.step.node.op} changes nothing: ${found}`,
        changesNothing(part) ? without(part, model.graph.vocabulary, true) : {},
      );
  },
});

/** What a Flatten reads, where that has nothing to be laid in one axis. */
function flatIn({ op, isWhole, inputs, outputs }: Part): Message | undefined {
  const shape = isWhole && op?.traits.includes("flatten") && inputs[0] ? shapeOf(inputs[0]) : undefined;
  if (shape?.[0] !== batch || outputs[0]?.length !== shape.length) return undefined;
  return shape.length === 2
    ? say`what it reads is ${image(shape)}, one axis beside the batch`
    : say`of ${image(shape)} it is told to flatten one axis alone`;
}
