import { everywhere } from "../core/everywhere";
import { origin, type Part, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { handsOn } from "../core/passing";
import { instead } from "../core/repair";
import { rule } from "../core/rule";

export const softmaxOneClass = rule({
  id: "softmax-one-class",
  summary: "A softmax over an axis of size 1 gives 1 whatever it reads.",
  why: "Shares of one score are all of it. The model predicts the same for every image, and its loss never falls. For a class that holds or not, one score goes through a sigmoid; a softmax needs a score for each of two classes.",
  severity: "warning",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html",
  near: true,
  needs: [({ op, outputs }) => op?.sharesAlong !== undefined && outputs[0]?.includes(1) === true],
  check(model, report) {
    for (const { part, found } of everywhere(model, constantOf, wholeParts(model)))
      report(
        part.step,
        say`${part.step.node.op} over an axis of size 1 gives ${found} whatever it reads: one score goes through a sigmoid`,
        found === 1 ? instead(part, model.graph.vocabulary, "Sigmoid", false) : {},
      );
  },
});

/** What shares along axes of size 1 are always. */
function constantOf(part: Part): number | undefined {
  const { op, args, isWhole, outputs } = part;
  const [shape] = outputs;
  if (!isWhole || !op?.sharesAlong || !shape) return undefined;
  const axes = op.sharesAlong(args, shape.length).map((axis) => (axis < 0 ? axis + shape.length : axis));
  const features = featuresOf(part, shape.length);
  if (!axes.length || axes.some((axis) => shape[axis] !== 1 || axis !== features)) return undefined;
  return op.scores === "log-shares" ? 0 : 1;
}

/** The axis of channels or features: any other may be of size 1 at the size of this image alone. */
function featuresOf({ inputs, layout }: Part, rank: number): number {
  const giver = origin(inputs[0], handsOn)?.part.op;
  return rank === 2 || layout === "channels-last" || giver?.traits.includes("dense") ? rank - 1 : 1;
}
