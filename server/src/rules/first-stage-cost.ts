import { macsOf } from "../core/analysis";
import { flowOf, imageOf, type Part, shapeOf } from "../core/flow";
import { say } from "../core/message";
import { param } from "../core/param";
import { rule } from "../core/rule";
import { number } from "../core/types";
import { sightsOf } from "../core/windows";

export const firstStageCost = rule({
  id: "first-stage-cost",
  summary: "Most of the multiplications happen before the image gets smaller for the first time.",
  why: "There every layer works on all pixels, of which neighbours say nearly the same. A stride in the first convolution makes all that follows cheaper by four.",
  severity: "information",
  waits: true,
  set: "performance",
  source: "https://arxiv.org/abs/1812.01187",
  options: {
    share: param(number({ min: 0, max: 1 }), {
      doc: "Of all multiply-accumulates, from which on it is told.",
      default: 0.5,
    }),
  },
  check(model, report, { share }) {
    const parts = flowOf(model).filter(({ step }) => !step.node.training);
    const first = parts.findIndex(shrinks);
    const all = macsOf(model.steps);
    if (first < 0 || typeof all !== "number" || !all) return;
    // What is listed later, but does not come from the smaller image, works on the whole one too.
    const before = parts.slice(0, first);
    const spent = before.reduce((sum, part) => sum + ownMacs(part), 0);
    const worst = before.reduce<Part | undefined>(
      (most, part) => (most && ownMacs(most) >= ownMacs(part) ? most : part),
      undefined,
    );
    if (!worst || !(spent / all > share)) return;
    const down = parts[first]!.step.node;
    const percent = Math.round((100 * spent) / all);
    report(
      worst.step,
      say`${percent} % of all MACs are spent before ${down.label} makes the image smaller for the first time`,
      {
        related: [{ span: down.opSpan, message: say`the first step that makes the image smaller` }],
      },
    );
  },
});

const ownMacs = ({ outcome }: Part): number => Number(outcome?.macs ?? Number.NaN);

/** A step from one image to a smaller one, but not to none; what exchanges axes or computes along them makes none smaller. */
function shrinks(part: Part): boolean {
  if (part.op && !sightsOf(part).length) return false;
  const from = part.inputs[0] && imageOf(part, shapeOf(part.inputs[0]));
  const to = imageOf(part, part.outputs[0]);
  if (!from || !to || from.spatial.length !== to.spatial.length) return false;
  return (
    to.spatial.some((size, i) => Number(size) * 2 <= Number(from.spatial[i]) + 1) &&
    to.spatial.every((size) => Number(size) > 1)
  );
}
