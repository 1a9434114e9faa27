import { everywhere } from "../core/everywhere";
import { type Part, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { rule } from "../core/rule";

export const softmaxOneClass = rule({
  id: "softmax-one-class",
  summary: "A softmax over an axis of size 1 gives 1 whatever it reads.",
  why: "Shares of one score are all of it. The model predicts the same for every image, and its loss never falls. For a class that holds or not, one score goes through a sigmoid; a softmax needs a score for each of two classes.",
  severity: "warning",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html",
  near: true,
  check(model, report) {
    for (const { part, found } of everywhere(model, constantOf, wholeParts(model)))
      report(
        part.step,
        say`${part.step.node.op} over an axis of size 1 gives ${found} whatever it reads: one score goes through a sigmoid`,
      );
  },
});

/** What shares along axes of size 1 are always. */
function constantOf({ op, args, isWhole, outputs: [shape] }: Part): number | undefined {
  if (!isWhole || !op?.sharesAlong || !shape) return undefined;
  const sizes = op.sharesAlong(args, shape.length).map((axis) => shape.at(axis));
  if (!sizes.length || sizes.some((size) => size !== 1)) return undefined;
  return op.scores === "log-shares" ? 0 : 1;
}
