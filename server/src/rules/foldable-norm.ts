import type { Model } from "../core/analysis";
import { flowOf, type Part, soleReader } from "../core/flow";
import { say } from "../core/message";
import { param } from "../core/param";
import { rule } from "../core/rule";
import { int } from "../core/types";

export const foldableNorm = rule({
  id: "foldable-norm",
  summary: "Batch normalisations can be folded into the convolutions before them for inference.",
  why: "With fixed statistics a normalisation is a factor and a shift of each channel, which the filters before it can take over. The network computes the same with fewer layers and one pass over memory less for each.",
  severity: "hint",
  waits: true,
  set: "export",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.fuse_conv_bn_eval.html",
  options: {
    at_least: param(int({ min: 1 }), { doc: "How many there must be before it is told.", default: 1 }),
  },
  check(model, report, { at_least }) {
    const shared = sharedIn(model);
    const pairs = flowOf(model).flatMap((part) => {
      const norm = folds(part) && !shared.has(part.step.node.id) ? soleReader(part)?.part : undefined;
      return norm?.isWhole && !norm.step.node.training && isFixed(norm) && channelsOf(norm) === channelsFrom(part)
        ? [{ part, norm }]
        : [];
    });
    const [first] = pairs;
    if (!first || pairs.length < at_least) return;
    const many =
      pairs.length === 1
        ? say`this normalisation can`
        : say`${pairs.length} normalisations, of which this is the first, can`;
    report(first.norm.step, say`${many} be folded into the layer before for inference`, {
      related: pairs
        .slice(0, 20)
        .map(({ part }) => ({ span: part.step.node.opSpan, message: say`takes over factor and shift` })),
    });
  },
});

/** Weights that are used elsewhere too cannot take over what follows here. */
const sharedIn = ({ graph }: Model): ReadonlySet<number> =>
  new Set(graph.nodes.flatMap(({ id, shares }) => (shares === undefined ? [] : [id, shares])));

const folds = ({ op }: Part): boolean =>
  op?.traits.some((trait) => trait === "convolution" || (trait === "dense" && !("equation" in op.params))) === true;

/** A batch normalisation that keeps its statistics, and does not take them anew of each batch. */
const isFixed = ({ op, args }: Part): boolean =>
  op?.traits.includes("normalisation") === true && op.name.startsWith("Batch") && args["track_running_stats"] !== false;

/** The axis whose channels a normalisation brings to mean and variance: the second, unless it is told which. */
function channelsOf({ args, outputs }: Part): number {
  const { axis = 1 } = args;
  return axis < 0 ? outputs[0]!.length + axis : axis;
}

/** The axis along which each result has weights of its own. */
const channelsFrom = ({ op, layout, outputs }: Part): number =>
  op!.traits.includes("convolution") && layout === "channels-first" ? 1 : outputs[0]!.length - 1;
