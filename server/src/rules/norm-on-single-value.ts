import type { Model } from "../core/analysis";
import { tensorsOf } from "../core/axes";
import { image } from "../core/batch";
import { everywhere } from "../core/everywhere";
import { flowOf, type Part, shapeOf, wholeParts } from "../core/flow";
import { type Message, say } from "../core/message";
import { rule } from "../core/rule";

export const normOnSingleValue = rule({
  id: "norm-on-single-value",
  summary: "A normalisation takes the mean of a single value.",
  why: "A value is its own mean, so that the difference of the two is nothing whatever came in: only the learned shift is left, and all that the network knew is lost here.",
  severity: "warning",
  waits: true,
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html",
  near: true,
  needs: [(part) => averagedOf(part)?.values === 1],
  check(model, report) {
    for (const { part, found } of everywhere(model, aloneIn(model), among(model), ["num_groups"]))
      report(part.step, found);
  },
});

/** Of what is inside of composites only the means over a batch are told. */
const among = (model: Model) => (model.graph.training?.batch_size === 1 ? flowOf(model) : wholeParts(model));

const aloneIn =
  ({ graph }: Model) =>
  (part: Part): Message | undefined => {
    const { isWhole, inputs } = part;
    const x = inputs[0] && shapeOf(inputs[0]);
    const { values, overBatch, ofSquares } = averagedOf(part) ?? {};
    if (values !== 1 || !x) return undefined;
    if (ofSquares)
      return isWhole
        ? say`of ${image(x)} each value is divided by its own size: nothing but its sign would be left`
        : undefined;
    if (!overBatch)
      return isWhole
        ? say`of ${image(x)} each value is normalised by itself, and is its own mean: nothing of it would be left`
        : undefined;
    // With several images in a batch there are several values.
    return graph.training?.batch_size === 1
      ? say`${image(x)} has one value for each channel, and batch_size is 1: each is its own mean, and nothing of it would be left in training`
      : undefined;
  };

/** What a normalisation takes a mean of. */
function averagedOf({ op, args, inputs, layout }: Part) {
  const x = inputs[0] && shapeOf(inputs[0]);
  return op?.averaged && x ? op.averaged(tensorsOf(op.inputs, [x], layout), args) : undefined;
}
